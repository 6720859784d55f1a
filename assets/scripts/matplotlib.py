# What scripts for matplotlib are put together from. A line "#: name" begins a part; a script has those that it needs.

#: erf
erf = np.vectorize(math.erf, otypes=[float])

#: sigmoid
def sigmoid(u):
    return np.exp(-np.logaddexp(0.0, -u))

#: linear
def height(f):
    """0 at the lowest of what is shown, 1 at the highest."""
    return (f - LOW) / (HIGH - LOW)

#: logarithmic
def height(f):
    """0 at the lowest of what is shown, 1 at the highest; logarithmic from about LOW + KNEE on."""
    return np.sign(f - LOW) * np.log1p(np.abs(f - LOW) / KNEE) / np.log1p((HIGH - LOW) / KNEE)

#: clipped
def height(f):
    """0 at LOW, 1 at HIGH; what lies beyond is cut off."""
    return np.clip((f - LOW) / (HIGH - LOW), 0.0, 1.0)

#: sampled
def sampled(window, columns=400, rows=400):
    """x, y and f on a grid; f is masked where it is not defined."""
    x, y = np.meshgrid(np.linspace(*window[:2], columns), np.linspace(*window[2:], rows))
    with np.errstate(all="ignore"):
        return x, y, np.ma.masked_invalid(np.broadcast_to(f(x, y), x.shape).astype(float))


def along(path, axis):
    """x, y or f of what has been run so far, and of the rest."""
    points = np.array(path["points"])[:, axis]
    return points[: STEP + 1], points[STEP:]


def add_legend(figure):
    handles, names = figure.axes[0].get_legend_handles_labels()
    known = dict(zip(names, handles))
    if known:
        figure.legend(known.values(), known.keys(), loc="lower center", ncol=4, frameon=False)

#: contour
def draw_map(figure, axes):
    x, y, values = sampled(WINDOW)
    axes.imshow(height(values), cmap=COLORS, vmin=0, vmax=1, extent=WINDOW, origin="lower", aspect=ASPECT,
                interpolation="bilinear")
    lines = [(level, 1.2 if i % 4 == 0 else 0.7) for i, level in enumerate(LEVELS) if values.min() < level < values.max()]
    if lines:
        levels, widths = zip(*lines)
        axes.contour(x, y, values, levels=levels, colors="black", alpha=0.45, linewidths=widths)
    for path in PATHS:
        (x_done, x_rest), (y_done, y_rest) = along(path, 0), along(path, 1)
        axes.plot(x_rest, y_rest, color=path["color"], linewidth=1.2, alpha=0.35)
        axes.plot(x_done, y_done, color="#14161B", linewidth=3.2)
        axes.plot(x_done, y_done, color=path["color"], linewidth=1.8, marker="o", markersize=2.6)
        axes.plot(x_done[-1:], y_done[-1:], color=path["color"], linestyle="none", marker=path["marker"], markersize=9,
                  markeredgecolor="#14161B", label=path["name"])
        axes.plot(x_done[:1], y_done[:1], color="white", linestyle="none", marker="o", markersize=7,
                  markeredgecolor="#14161B", markeredgewidth=1.4)
    for x, y, _, marker in STATIONARY:
        axes.plot(x, y, color="white", linestyle="none", marker=marker, markersize=7, markeredgecolor="#14161B")
    axes.set(xlim=WINDOW[:2], ylim=WINDOW[2:], xlabel=VARIABLES[0], ylabel=VARIABLES[1])
    bar = figure.colorbar(plt.cm.ScalarMappable(Normalize(0, 1), COLORS), ax=axes, fraction=0.046, pad=0.03)
    shown = [level for level in LEVELS if 0 <= height(level) <= 1][::4]
    bar.set_ticks([float(height(level)) for level in shown])
    bar.set_ticklabels([f"{level:.4g}" for level in shown])

#: surface
def draw_surface(axes):
    x, y, values = sampled(DOMAIN, 160, 160)
    heights = np.ma.filled(np.clip(height(values), 0.0, 1.0), np.nan)
    axes.plot_surface(x, y, heights, facecolors=COLORS(np.nan_to_num(heights)), rcount=160, ccount=160, linewidth=0,
                      antialiased=False, shade=True)
    for path in PATHS:
        (x_done, _), (y_done, _), (f_done, _) = (along(path, axis) for axis in range(3))
        z_done = np.clip(height(f_done), 0.0, 1.0) + 0.01
        inside = (DOMAIN[0] <= x_done) & (x_done <= DOMAIN[1]) & (DOMAIN[2] <= y_done) & (y_done <= DOMAIN[3])
        x_done, y_done, z_done = (np.where(inside, values, np.nan) for values in (x_done, y_done, z_done))
        axes.plot(x_done, y_done, z_done, color=path["color"], linewidth=2, zorder=10)
        axes.plot(x_done[-1:], y_done[-1:], z_done[-1:], color=path["color"], linestyle="none", marker=path["marker"],
                  markersize=9, markeredgecolor="#14161B", label=path["name"], zorder=11)
    for x, y, value, marker in STATIONARY:
        axes.plot([x], [y], [np.clip(height(value), 0.0, 1.0) + 0.01], color="white", linestyle="none", marker=marker,
                  markersize=7, markeredgecolor="#14161B", zorder=12)
    axes.set(xlim=DOMAIN[:2], ylim=DOMAIN[2:], zlim=(0, 1), xlabel=VARIABLES[0], ylabel=VARIABLES[1])
    shown = [level for level in LEVELS if 0 <= height(level) <= 1][::4]
    axes.set_zticks([float(height(level)) for level in shown])
    axes.set_zticklabels([f"{level:.4g}" for level in shown])
    axes.set_box_aspect((1, 1, 0.5))
    axes.view_init(elev=ELEVATION, azim=AZIMUTH)

#: curve
def draw_curve(axes):
    x = np.linspace(*WINDOW[:2], 2000)
    with np.errstate(all="ignore"):
        values = np.ma.masked_invalid(np.broadcast_to(f(x), x.shape).astype(float))
    axes.plot(x, values, color="#1A1D23", linewidth=2)
    for path in PATHS:
        (x_done, x_rest), (f_done, f_rest) = along(path, 0), along(path, 2)
        axes.plot(x_rest, f_rest, color=path["color"], linewidth=1.2, alpha=0.35)
        axes.plot(x_done, f_done, color=path["color"], linewidth=1.8, marker="o", markersize=3.5)
        axes.plot(x_done[-1:], f_done[-1:], color=path["color"], linestyle="none", marker=path["marker"], markersize=9,
                  markeredgecolor="#14161B", label=path["name"])
    for x, _, value, marker in STATIONARY:
        axes.plot(x, value, color="white", linestyle="none", marker=marker, markersize=7, markeredgecolor="#14161B")
    axes.set(xlim=WINDOW[:2], ylim=VALUES, xlabel=VARIABLES[0], ylabel=f"f({VARIABLES[0]})")
    axes.grid(color="#DADDE2")

#: save
    add_legend(figure)
    if len(sys.argv) > 1:
        figure.savefig(sys.argv[1], dpi=200)
    else:
        plt.show()

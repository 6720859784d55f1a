#include "app/export/matplotlib_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/document/resources.h"
#include "app/export/script_function.h"
#include "app/export/script_parts.h"
#include "app/scene/curve.h"
#include "app/scene/map_part.h"
#include "app/scene/run_titles.h"
#include "app/scene/scene.h"
#include "app/view/curve_plot.h"

namespace thalweg {
namespace {

std::string hex(const Color& color) {
    const auto byte = [](float share) { return std::lround(255 * share); };
    return fmt::format("\"#{:02X}{:02X}{:02X}\"", byte(color.r), byte(color.g), byte(color.b));
}

std::string box_text(const Box& box) {
    return fmt::format("({}, {}, {}, {})", python_float(box.x0), python_float(box.x1), python_float(box.y0),
                       python_float(box.y1));
}

/// What comes nearest among matplotlib's own marks; it has no hourglass.
std::string_view mark_of(Marker marker) {
    constexpr std::array<std::string_view, 10> marks = {"o", "s", "^", "D", "v", "P", "*", "X", "d", "o"};
    return marks.at(static_cast<std::size_t>(marker));
}

/// Those that matplotlib has not are written out.
std::string colors_text(Colormap map) {
    constexpr std::array<std::string_view, 3> theirs = {"viridis", "cividis", "turbo"};
    if (map != Colormap::blue_to_red)
        return fmt::format("plt.get_cmap(\"{}\")", theirs.at(static_cast<std::size_t>(map)));
    std::string list;
    constexpr std::size_t every = 15;
    for (std::size_t i = 0; i < colormap(map).size(); i += every)
        list += (list.empty() ? "" : ", ") + hex(colormap(map)[i]);
    return fmt::format("LinearSegmentedColormap.from_list(\"blue_to_red\", [{}])", list);
}

std::string scale_text(const HeightScale& scale) {
    std::string text =
        fmt::format("LOW, HIGH = {}, {}  # of the heights\n", python_float(scale.low), python_float(scale.high));
    if (scale.kind == HeightScaleKind::logarithmic) text += fmt::format("KNEE = {}\n", python_float(scale.knee));
    return text;
}

std::string paths_text(const Session& session, const Scene& scene) {
    std::string text = "PATHS = [  # points: x, y, f at each step\n";
    for (const Path& path : scene.paths().paths) {
        const Trajectory& run = path.trajectory;
        text += fmt::format("    {{\"name\": {}, \"color\": {}, \"marker\": \"{}\", \"points\": [\n",
                            python_string(run_title(session, path.optimizer)), hex(optimizer_color(path.color)),
                            mark_of(optimizer_marker(path.color)));
        for (int row = 0; row < run.rows(); ++row) {
            const auto at = run.position(row);
            text += fmt::format("        ({}, {}, {}),\n", python_float(at[0]), python_float(at[1]),
                                python_float(path.height(row)));
        }
        text += "    ]},\n";
    }
    return text + "]\n";
}

std::string stationary_text(const Session& session, const Scene& scene) {
    std::string text = "STATIONARY = [  # x, y, f and the mark of what it is\n";
    if (session.display.stationary_points) {
        for (const StationaryPoint& point : scene.stationary().report.points)
            text += fmt::format("    ({}, {}, {}, \"{}\"),  # {}\n", python_float(point.x), python_float(point.y),
                                python_float(point.value), mark_of(stationary_marker(point.kind)), name(point.kind));
    }
    return text + "]\n";
}

std::string levels_text(const Session& session, const Scene& scene) {
    std::string list;
    if (session.display.level_lines)
        for (const double level : scene.map().levels) list += (list.empty() ? "" : ", ") + python_float(level);
    return fmt::format("LEVELS = [{}]\n", list);
}

/// matplotlib turns its camera about z the other way round and counts from elsewhere.
std::string camera_text(const CameraPose& camera) {
    constexpr double degrees = 180 / std::numbers::pi;
    return fmt::format("ELEVATION, AZIMUTH = {:.2f}, {:.2f}  # degrees\n", degrees * camera.elevation,
                       degrees * camera.azimuth - 90);
}

/// The values that the curve view shows.
std::string values_text(const Session& session, const Scene& scene) {
    const CurvePlot plot = curve_plot(session, scene, {.width = 800, .height = 600});
    return fmt::format("VALUES = ({}, {})\n", python_float(plot.y0), python_float(plot.y1));
}

std::string main_text(ViewLayout view, bool curve) {
    std::string text = "\n\nif __name__ == \"__main__\":\n";
    if (curve) {
        text +=
            "    figure, axes = plt.subplots(figsize=(8, 6))\n"
            "    draw_curve(axes)\n";
    } else if (view == ViewLayout::contour) {
        text +=
            "    figure, axes = plt.subplots(figsize=(7, 6))\n"
            "    draw_map(figure, axes)\n";
    } else if (view == ViewLayout::surface) {
        text +=
            "    figure = plt.figure(figsize=(7, 6))\n"
            "    draw_surface(figure.add_subplot(projection=\"3d\", computed_zorder=False))\n";
    } else {
        text +=
            "    figure = plt.figure(figsize=(13, 6))\n"
            "    draw_surface(figure.add_subplot(1, 2, 1, projection=\"3d\", computed_zorder=False))\n"
            "    draw_map(figure, figure.add_subplot(1, 2, 2))\n";
    }
    return text;
}

std::set<std::string> drawing_parts(ViewLayout view, bool curve) {
    std::set<std::string> parts = {"sampled"};
    if (curve) parts.insert("curve");
    if (!curve && view != ViewLayout::surface) parts.insert("contour");
    if (!curve && view != ViewLayout::contour) parts.insert("surface");
    return parts;
}

/// Of more than two variables the plane lies where the run stands, and not where it started.
LandscapeChoice landscape_shown(const Session& session, const Scene& scene) {
    LandscapeChoice landscape = session.landscape;
    if (const auto& space = scene.landscape().space) {
        const auto variables = space->landscape->formula().variables();
        for (std::size_t i = 0; i < variables.size(); ++i) landscape.parameters[variables[i]] = space->plane_at[i];
    }
    return landscape;
}

}  // namespace

std::expected<std::string, std::string> matplotlib_script(const Session& session, const MatplotlibOptions& options) {
    const auto parts = ScriptParts::load("matplotlib.py");
    if (!parts) return std::unexpected(parts.error());
    Scene scene;
    constexpr int pixels = 512;  // of the window whose level lines are drawn
    scene.update(session, pixels, pixels);
    scene.finish();
    const auto function = script_function(landscape_shown(session, scene), PythonLibrary::numpy);
    if (!function) return std::unexpected(function.error());

    const bool curve = is_curve(scene.landscape());
    const HeightScale& scale = scene.surface().scale;
    constexpr std::array<std::string_view, 3> kinds = {"linear", "logarithmic", "clipped"};
    std::set<std::string> before = function->helpers;
    before.emplace(kinds.at(static_cast<std::size_t>(scale.kind)));
    const Box& domain = scene.landscape().domain;
    const std::string second = curve ? "unused" : function->names[1];
    return fmt::format(
               "\"\"\"A figure as Thalweg {} draws it, in matplotlib. An argument is the file to save it as.\"\"\"\n"
               "import math\n"
               "import sys\n"
               "\n"
               "import matplotlib.pyplot as plt\n"
               "import numpy as np\n"
               "from matplotlib.colors import LinearSegmentedColormap, Normalize\n"
               "\n\n",
               version()) +
           function->definition +
           fmt::format(
               "\n\n"
               "VARIABLES = [{}, {}]\n"
               "DOMAIN = {}  # x0, x1, y0, y1\n"
               "WINDOW = {}  # what of the plane is shown\n"
               "ASPECT = {}  # how much longer a unit of y is drawn than one of x\n"
               "STEP = {}  # up to here the runs are drawn strongly\n"
               "COLORS = {}\n",
               python_string(function->names[0]), python_string(second), box_text(domain),
               box_text(session.display.map), python_float(domain.width() / domain.height() / drawn_aspect(domain)),
               static_cast<int>(session.playback.step), colors_text(session.display.colormap)) +
           scale_text(scale) + levels_text(session, scene) + camera_text(session.display.camera) +
           (curve ? values_text(session, scene) : std::string()) + stationary_text(session, scene) +
           paths_text(session, scene) + parts->joined(before) + parts->joined(drawing_parts(options.view, curve)) +
           main_text(options.view, curve) + (*parts)["save"];
}

}  // namespace thalweg

# What scripts for PyTorch are put together from. A line "#: name" begins a part; a script has those that it needs.

#: number
def number(value):
    """A number that torch calculates with."""
    return torch.tensor(float(value))

#: cbrt
class Cbrt(torch.autograd.Function):
    """The real cube root, which torch lacks: d cbrt(u) = du / (3 cbrt(u)²)."""

    @staticmethod
    def forward(ctx, u):
        root = torch.sign(u) * torch.abs(u) ** (1 / 3)
        ctx.save_for_backward(u)
        return root

    @staticmethod
    def backward(ctx, du):
        (u,) = ctx.saved_tensors
        return du / (3 * cbrt(u) ** 2)


cbrt = Cbrt.apply

#: step
def step(u):
    """1 from 0 on, else 0; level on either side."""
    return torch.where(u != u, u, (u >= 0).double())

#: random
MASK = (1 << 64) - 1


def mixed(bits):
    """SplitMix64 (Steele, Lea & Flood, 2014)."""
    bits = (bits + 0x9E3779B97F4A7C15) & MASK
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
    return bits ^ (bits >> 31)

#: noise
def normal(bits):
    """A standard normal number (Box & Muller, 1958)."""
    first = mixed(bits)
    u, v = (((b >> 11) + 0.5) * 2.0**-53 for b in (first, mixed(first)))
    return math.sqrt(-2.0 * math.log(u)) * math.cos(2.0 * math.pi * v)


def gaussian(sigma, seed):
    """Noise for the gradient: the same numbers whenever the same step is taken."""

    def add_to(gradient, step):
        of_step = mixed((mixed(seed & MASK) + step) & MASK)
        for i in range(len(gradient)):
            gradient[i] += sigma * normal((of_step + i) & MASK)

    return add_to

#: draw
class Draw:
    """Random whole numbers, one after another."""

    def __init__(self, seed, purpose):
        self.state = mixed((mixed(seed & MASK) + purpose) & MASK)

    def below(self, count):
        while True:
            bits = mixed(self.state)
            self.state = (self.state + 1) & MASK
            if bits >= (1 << 64) % count:  # numbers below would favour the first ones
                return bits % count

#: shuffled
@functools.lru_cache(maxsize=1)
def order(epoch):
    """In which an epoch goes through the samples (Fisher & Yates)."""
    numbers, draw = list(range(len(TRAINING))), Draw(SEED, (2 << 32) + epoch)
    for left in range(len(numbers), 1, -1):
        other = draw.below(left)
        numbers[left - 1], numbers[other] = numbers[other], numbers[left - 1]
    return numbers


def batch(step):
    """The samples that a step sees, in ascending order."""
    epoch, of_epoch = divmod(step, STEPS_AN_EPOCH)
    return TRAINING[sorted(order(epoch)[of_epoch * BATCH : (of_epoch + 1) * BATCH])]

#: replacement
def batch(step):
    """The samples that a step sees, in ascending order; one may be there twice."""
    draw = Draw(SEED, (2 << 32) + step)
    return TRAINING[sorted(draw.below(len(TRAINING)) for _ in range(BATCH))]

#: clip_norm
def clip_norm(max_norm):
    return lambda p: torch.nn.utils.clip_grad_norm_([p], max_norm)

#: clip_value
def clip_value(clip_value):
    return lambda p: torch.nn.utils.clip_grad_value_([p], clip_value)

#: power
def power(u, n):
    try:
        return u**n
    except OverflowError:
        return math.inf

#: step_schedule
def step_schedule(base, k, step_size, gamma):
    return base * power(gamma, k // step_size), None

#: exponential
def exponential(base, k, gamma):
    return base * power(gamma, k), None

#: cosine_annealing
def cosine_annealing(base, k, T_max, eta_min):
    return eta_min + (base - eta_min) * (1 + math.cos(math.pi * k / T_max)) / 2, None

#: cosine_annealing_warm_restarts
def cosine_annealing_warm_restarts(base, k, T_0, T_mult, eta_min):
    length, since = T_0, k % T_0 if T_mult == 1 else k
    while since >= length:
        since -= length
        length *= T_mult
    return eta_min + (base - eta_min) * (1 + math.cos(math.pi * since / length)) / 2, None

#: one_cycle
def one_cycle(base, k, *, max_lr, total_steps, pct_start, anneal_strategy, cycle_momentum=False, base_momentum,
              max_momentum, div_factor, final_div_factor, three_phase=False):
    first = max_lr / div_factor
    last = first / final_div_factor
    top = pct_start * total_steps - 1
    if k <= top:
        begin, end, rates, momenta = 0, top, (first, max_lr), (max_momentum, base_momentum)
    elif three_phase and k <= 2 * top:
        begin, end, rates, momenta = top, 2 * top, (max_lr, first), (base_momentum, max_momentum)
    elif three_phase:
        begin, end, rates, momenta = 2 * top, total_steps - 1, (first, last), (max_momentum, max_momentum)
    else:
        begin, end, rates, momenta = top, total_steps - 1, (max_lr, last), (base_momentum, max_momentum)
    share = min(1.0, (k - begin) / (end - begin)) if end != begin else 1.0

    def between(start, stop):
        if anneal_strategy == "cos":
            return stop + (start - stop) / 2 * (math.cos(math.pi * share) + 1)
        return (stop - start) * share + start

    return between(*rates), between(*momenta) if cycle_momentum else None

#: cyclic
def cyclic(base, k, *, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, cycle_momentum=False,
           base_momentum, max_momentum):
    up, down = step_size_up, step_size_down or step_size_up
    cycle = math.floor(1 + k / (up + down))
    share, ratio = 1 + k / (up + down) - cycle, up / (up + down)
    height = share / ratio if share <= ratio else (share - 1) / (ratio - 1)
    if mode == "triangular2":
        height *= 2.0 ** (1 - cycle)
    if mode == "exp_range":
        height *= power(gamma, k)
    momentum = max_momentum - (max_momentum - base_momentum) * height
    return base_lr + (max_lr - base_lr) * height, momentum if cycle_momentum else None

#: linear
def linear(base, k, start_factor, end_factor, total_iters):
    return base * (start_factor + (end_factor - start_factor) * min(1.0, k / total_iters)), None

#: Method
class Method(torch.optim.Optimizer):
    """What torch.optim lacks, or has otherwise, is written out as one of these. Settings are keywords, as torch's."""

    def __init__(self, params, **settings):
        super().__init__(params, settings)
        self.group = self.param_groups[0]
        (self.p,) = self.group["params"]
        self.memory = {}

    def remembered(self, name):
        """A tensor like p that lives on between steps, 0 at first."""
        return self.memory.setdefault(name, torch.zeros_like(self.p))

    def gradient(self, closure, weight_decay=0.0):
        """f, and the gradient to step along."""
        with torch.enable_grad():
            loss = closure()
        g = self.p.grad.clone()
        if self.group.get("maximize"):
            g = -g
        return loss, g.add(self.p, alpha=weight_decay) if weight_decay else g

#: Moments
class Moments(Method):
    """Remembers means of the gradient and of its square, as Adam does; decays weights in either of torch's two ways."""

    t = 0  # steps taken

    def moments(self, closure):
        """f, the gradient and both means, at one step more."""
        s = self.group
        beta1, beta2 = s["betas"]
        decoupled = s.get("decoupled_weight_decay")
        loss, g = self.gradient(closure, 0.0 if decoupled else s["weight_decay"])
        if decoupled:
            self.p.mul_(1 - s["lr"] * s["weight_decay"])
        self.t += 1
        m = self.remembered("m").mul_(beta1).add_(g, alpha=1 - beta1)
        v = self.remembered("v").mul_(beta2).addcmul_(g, g, value=1 - beta2)
        return loss, g, m, v

#: NAdam
class NAdam(Moments):
    """Dozat, 2016. torch 1.13 has a factor too many in the momentum's product; later ones agree with this."""

    product = 1.0  # of the momenta so far

    @torch.no_grad()
    def step(self, closure):
        loss, g, m, v = self.moments(closure)
        s, t = self.group, self.t
        lr, (beta1, beta2) = s["lr"], s["betas"]
        now, after = (beta1 * (1 - 0.5 * 0.96 ** (k * s["momentum_decay"])) for k in (t, t + 1))
        self.product *= now
        d = v.div(1 - beta2**t).sqrt().add_(s["eps"])
        self.p.addcdiv_(g, d, value=-lr * (1 - now) / (1 - self.product))
        self.p.addcdiv_(m, d, value=-lr * after / (1 - self.product * after))
        return loss

#: RAdam
class RAdam(Moments):
    """Liu et al., 2020, Algorithm 2, with the options that torch 1.13 lacks."""

    @torch.no_grad()
    def step(self, closure):
        loss, _, m, v = self.moments(closure)
        s, t = self.group, self.t
        beta1, beta2 = s["betas"]
        power = beta2**t
        limit = 2 / (1 - beta2) - 1
        rho = limit - 2 * t * power / (1 - power)
        change = m / (1 - beta1**t) * s["lr"]
        if rho > 5:
            r = math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
            change = change * (math.sqrt(1 - power) / v.sqrt().add_(s["eps"])) * r
        self.p.sub_(change)
        return loss

#: Lion
class Lion(Method):
    """Chen et al., 2023, Algorithm 2."""

    @torch.no_grad()
    def step(self, closure):
        s = self.group
        lr, (beta1, beta2) = s["lr"], s["betas"]
        loss, g = self.gradient(closure)
        m = self.remembered("m")
        self.p.mul_(1 - lr * s["weight_decay"])
        self.p.sub_(lr * torch.sign(m * beta1 + (1 - beta1) * g))
        m.copy_(m * beta2 + (1 - beta2) * g)
        return loss

#: Backtracking
class Backtracking(Method):
    """Armijo, 1966; Nocedal & Wright, Algorithm 3.1: shortens each step until it descends enough."""

    @torch.no_grad()
    def step(self, closure):
        s = self.group
        loss, g = self.gradient(closure)
        x, t, square = self.p.clone(), s["lr"], torch.dot(g, g)
        for _ in range(60):
            self.p.copy_(x - t * g)
            with torch.enable_grad():
                if closure() <= loss - s["c"] * t * square:
                    return loss
            t *= s["rho"]
        self.p.copy_(x)
        return loss

#: ConjugateGradient
def cubic_minimum(a, b, low, high):
    """Where the cubic through two trials (t, f, slope, gradient) is lowest (Nocedal & Wright, equation 3.59)."""
    d1 = a[2] + b[2] - 3 * (a[1] - b[1]) / (a[0] - b[0])
    square = d1 * d1 - a[2] * b[2]
    if not square >= 0:
        return (low + high) / 2
    d2 = torch.sqrt(square)
    if a[0] <= b[0]:
        t = b[0] - (b[0] - a[0]) * ((b[2] + d2 - d1) / (b[2] - a[2] + 2 * d2))
    else:
        t = a[0] - (a[0] - b[0]) * ((a[2] + d2 - d1) / (a[2] - b[2] + 2 * d2))
    return min(max(float(t), low), high) if math.isfinite(t) else (low + high) / 2


def strong_wolfe(evaluate, t, f, g, slope, d_norm, c1, c2, tolerance_change, max_trials=25):
    """The step length: Nocedal & Wright, Algorithms 3.5 and 3.6. evaluate(t) gives (t, f, slope, gradient)."""

    def decreases_too_little(at):
        return at[1] > f + c1 * at[0] * slope

    def flat_enough(at):
        return abs(at[2]) <= -c2 * slope

    previous, trial, trials = (0.0, f, slope, g), evaluate(t), 0
    while trials < max_trials:
        if decreases_too_little(trial) or (trials > 1 and trial[1] >= previous[1]):
            break
        if flat_enough(trial):
            return trial[0]
        if trial[2] >= 0:
            break
        after = cubic_minimum(previous, trial, trial[0] + 0.01 * (trial[0] - previous[0]), trial[0] * 10)
        previous, trial = trial, evaluate(after)
        trials += 1
    if trials == max_trials:
        previous = (0.0, f, slope, g)
    bracket = [previous, trial]

    def lower_end():
        return 0 if bracket[0][1] <= bracket[1][1] else 1

    low, little_progress = lower_end(), False
    while trials < max_trials:
        left, right = sorted((bracket[0][0], bracket[1][0]))
        if (right - left) * d_norm < tolerance_change:
            break
        after = cubic_minimum(bracket[0], bracket[1], left, right)
        margin = 0.1 * (right - left)
        if min(right - after, after - left) < margin:
            if little_progress or after >= right or after <= left:
                after = right - margin if abs(after - right) < abs(after - left) else left + margin
                little_progress = False
            else:
                little_progress = True
        else:
            little_progress = False
        trial = evaluate(after)
        trials += 1
        if decreases_too_little(trial) or trial[1] >= bracket[low][1]:
            bracket[1 - low] = trial
            low = lower_end()
            continue
        done = flat_enough(trial)
        if not done and trial[2] * (bracket[1 - low][0] - bracket[low][0]) >= 0:
            bracket[1 - low] = bracket[low]
        bracket[low] = trial
        if done:
            break
    return bracket[low][0]


class ConjugateGradient(Method):
    """Polak-Ribière+ (Nocedal & Wright, section 5.2) with a line search that tries lr first."""

    @torch.no_grad()
    def step(self, closure):
        s = self.group
        loss, g = self.gradient(closure)
        x = self.p.clone()
        previous, d = self.remembered("previous"), self.remembered("direction")
        square = torch.dot(previous, previous)
        beta = max(0.0, float((torch.dot(g, g) - torch.dot(g, previous)) / square)) if square > 0 else 0.0
        d.copy_(beta * d - g)
        slope = torch.dot(g, d)
        if not slope < 0:
            d.copy_(-g)
            slope = -torch.dot(g, g)
        previous.copy_(g)
        if not slope < 0:
            return loss

        def evaluate(t):
            self.p.copy_(x.add(d, alpha=t))
            with torch.enable_grad():
                value = closure().detach()
            g = self.p.grad.clone()
            return t, value, torch.dot(g, d), g

        # The bracket may shrink as far as numbers go: near a minimum steps are short.
        t = strong_wolfe(evaluate, s["lr"], loss.detach(), g, slope, d.abs().max(), s["c1"], s["c2"], 0.0)
        self.p.copy_(x + t * d)
        return loss

#: curvature
def eigenpairs(h):
    """Eigenvalues and unit eigenvectors (columns) of a symmetric matrix; of 2×2 by one Jacobi rotation."""
    if len(h) != 2:
        return torch.linalg.eigh(h)
    (a, b), (_, c) = h.tolist()
    if abs(b) <= 2.0**-53 * min(abs(a), abs(c)):
        return torch.tensor([a, c]), torch.eye(2)
    cotangent = (c - a) / (2 * b)
    tangent = math.copysign(1.0, cotangent) / (abs(cotangent) + math.hypot(1.0, cotangent))
    cosine = 1 / math.hypot(1.0, tangent)
    sine = tangent * cosine
    turn = torch.tensor([[cosine, sine], [-sine, cosine]])
    return torch.diagonal(turn.T @ h @ turn).clone(), turn


class SecondOrder(Method):
    """A step that divides the gradient by the curvature along each axis of the Hessian."""

    @torch.no_grad()
    def step(self, closure):
        loss, g = self.gradient(closure)
        h = hessian(self.p)
        if not h.isfinite().all():
            self.p.fill_(math.nan)
            return loss
        values, axes = eigenpairs(h)
        divisors = self.curvature(values) + self.group["damping"]
        d = torch.zeros_like(self.p)
        for divisor, axis in zip(divisors, axes.T):
            # Nothing is known of how far to go along an axis without curvature.
            if abs(divisor) > 1e-12 * divisors.abs().max():
                d -= axis * (torch.dot(axis, g) / divisor)
        self.p.add_(self.group["lr"] * d)
        return loss

#: Newton
class Newton(SecondOrder):
    """Newton's method, damped (Levenberg, 1944): drawn to saddles as well as to minima."""

    def curvature(self, values):
        return values

#: SaddleFreeNewton
class SaddleFreeNewton(SecondOrder):
    """Dauphin et al., 2014: saddles and maxima repel."""

    def curvature(self, values):
        return values.abs()

#: evaluate
@torch.enable_grad()
def evaluate(p):
    """f and its gradient at p; where f is not defined the gradient is not either."""
    q = p.detach().clone().requires_grad_()
    value = f(*q[:VARIABLES])
    if value.isnan():
        return value.detach(), torch.full_like(q, math.nan)
    if not value.requires_grad:  # a constant, or a step's level
        return value, torch.zeros_like(q)
    value.backward()
    return value.detach(), q.grad

#: evaluate_samples
@torch.enable_grad()
def evaluate(p, samples=TRAINING):
    """The mean loss over samples, and its gradient at p; where it is not defined the gradient is not either."""
    q = p.detach().expand(len(samples), -1).clone().requires_grad_()
    each = losses(samples, *q.T[:VARIABLES])
    value = mean(each.detach())
    if value.isnan():
        return value, torch.full_like(q[0].detach(), math.nan)
    if not each.requires_grad:
        return value, torch.zeros_like(q[0].detach())
    each.sum().backward()  # then each row of q.grad is one sample's own gradient
    return value, mean(q.grad)

#: hessian
@torch.enable_grad()
def hessian(p):
    return torch.autograd.functional.hessian(lambda q: f(*q[:VARIABLES]), p.detach())

#: differentiable
def differentiable(p):
    """Whether f has a derivative at p: values and slopes right and left of it nearly agree, but for the curvature."""
    curvature = hessian(p).abs().max()
    for i in range(VARIABLES):
        h = torch.zeros_like(p)
        h[i] = 1e-9 * max(1.0, float(p[i].abs()))
        (left, slope_left), (right, slope_right) = evaluate(p - h), evaluate(p + h)
        if not abs(right - left) <= 1e-4 or not (slope_right - slope_left).norm() <= 1e-4 + 4 * curvature * h[i]:
            return False
    return True

#: always_differentiable
def differentiable(p):
    """f is smooth wherever it is defined."""
    return True

#: descend
def at_rest(p, before, gradient):
    if not torch.dot(gradient, gradient) <= GRADIENT_BOUND * GRADIENT_BOUND:
        return False
    return bool((p - before).norm() <= STEP_BOUND * max(1.0, float(p.norm())))


def kind_of_rest(p, maximize):
    """What the Hessian says of a point where the gradient vanishes."""
    if not differentiable(p):
        return "stalled_kink"
    h = hessian(p)[:VARIABLES, :VARIABLES]
    if not h.isfinite().all():
        return "stalled_degenerate"
    values = torch.linalg.eigvalsh(h)
    largest = values.abs().max()
    if largest <= GRADIENT_BOUND:
        return "stalled_plateau"
    zero = 1e-8 * largest
    falls, rises = bool((values < -zero).any()), bool((values > zero).any())
    if falls and rises:
        return "stalled_saddle"
    if (values.abs() <= zero).any():
        return "stalled_degenerate"
    return "converged" if rises != maximize else "stalled_maximum"


def descend(run, start):
    """The rows (coordinates and f) of one run, and why it ended."""
    p = torch.tensor(start, requires_grad=True)
    optimizer = run["optimizer"]([p])
    taken = 0
    seen = TRAINING  #? samples
    least, waited = math.inf, 0  #? patience

    def closure():
        """f at p, which torch's optimizers ask for; leaves the gradient in p.grad."""
        value, p.grad = evaluate(p)  #? whole
        value, p.grad = evaluate(p, seen)  #? samples
        if "noise" in run:
            run["noise"](p.grad, taken)
        if "clip" in run:
            run["clip"](p)
        return value if not value.isnan() else torch.full_like(value, math.inf)

    value, gradient = evaluate(p)
    rows = [(*p.tolist(), float(value))]
    if not (value.isfinite() and gradient.isfinite().all()):
        return rows, "undefined"
    resting = False
    for taken in range(STEPS):
        if "schedule" in run:
            follow(optimizer, *run["schedule"](taken))
        before, size_before = p.detach().clone(), max(abs(float(value)), float(gradient.abs().max()))
        if not run.get("whole"):  #? batches
            seen = batch(taken)  #? batches
        optimizer.step(closure)
        if not p.isfinite().all():
            return rows, "diverged"
        value, gradient = evaluate(p)
        if not (value.isfinite() and gradient.isfinite().all()):
            overflows = value.isinf() or (value.isfinite() and not gradient.isnan().any())
            on_the_way_out = max(size_before, float(p.detach().abs().max())) > 1e15
            return rows, "diverged" if overflows or on_the_way_out else "undefined"
        rows.append((*p.tolist(), float(value)))
        resting = at_rest(p.detach(), before, gradient)
        if resting:
            break
        if run.get("whole") or (taken + 1) % STEPS_AN_EPOCH == 0:  #? patience
            held_out = float(evaluate(p, HELD_OUT)[0])  #? patience
            waited, least = (0 if held_out < least else waited + 1), min(least, held_out)  #? patience
            if waited >= PATIENCE:  #? patience
                return rows, "validation"  #? patience
    return rows, kind_of_rest(p.detach(), run.get("maximize", False)) if resting else "out_of_steps"

#: follow
def follow(optimizer, rate, momentum):
    """What a schedule says of the coming step."""
    group = optimizer.param_groups[0]
    group["lr"] = rate
    if momentum is None:
        return
    if "momentum" in group:
        group["momentum"] = momentum
        if isinstance(optimizer, torch.optim.RMSprop):  # it makes room for a momentum only at its first step
            for p, state in optimizer.state.items():
                state.setdefault("momentum_buffer", torch.zeros_like(p))
    elif "betas" in group:
        group["betas"] = (momentum, group["betas"][1])

#: main
if __name__ == "__main__":
    for number_of_run, (run, start) in enumerate(((run, start) for start in STARTS for run in RUNS), 1):
        rows, reason = descend(run, start)
        print(f"# run {number_of_run}: {run['name']} from {start}")
        print(",".join(["step", *COORDINATES, "f"]))
        for step_number, row in enumerate(rows):
            print(",".join([str(step_number), *map(repr, row)]))
        print(f"# {reason} after {len(rows) - 1} {'step' if len(rows) == 2 else 'steps'}")

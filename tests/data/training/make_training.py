"""Training runs made with PyTorch autograd and torch.optim in float64: batches in a given order, each step on the mean
loss of its batch. Run in this folder with Debian's python3-torch (1.13); writes cases.csv, steps.csv and the samples."""

import csv
import math

import numpy
import torch

torch.set_default_dtype(torch.float64)
WORD = (1 << 64) - 1


def mixed(bits):
    """SplitMix64's output function."""
    bits = (bits + 0x9E3779B97F4A7C15) & WORD
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & WORD
    return bits ^ (bits >> 31)


class Random:
    def __init__(self, seed, purpose):
        self.state = mixed((mixed(seed) + purpose) & WORD)

    def below(self, count):
        excess = ((1 << 64) - count) % count
        while True:
            drawn = mixed(self.state)
            self.state = (self.state + 1) & WORD
            if drawn >= excess:
                return drawn % count


def batch(step, m, size, sampling, seed):
    if sampling == "replacement":
        random = Random(seed, (2 << 32) + step)
        return sorted(random.below(m) for _ in range(size))
    steps = -(-m // size)
    random = Random(seed, (2 << 32) + step // steps)
    order = list(range(m))
    for left in range(m, 1, -1):
        other = random.below(left)
        order[left - 1], order[other] = order[other], order[left - 1]
    first = size * (step % steps)
    return sorted(order[first:first + size])


def write(name, header, rows, delimiter=","):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


numpy.random.seed(6)
x = numpy.round(numpy.random.uniform(-2, 2, 12), 3)
line = numpy.column_stack([x, numpy.round(1.5 * x + 0.5 + 0.4 * numpy.random.normal(size=12), 3)])
line[-1, 1] += 6
labels = numpy.repeat([0, 1], 5)
blobs = numpy.column_stack([numpy.round(numpy.random.normal(size=(10, 2)) + (2 * labels - 1)[:, None], 3), labels])
steps_up = numpy.column_stack([x, (x + 0.5 * numpy.random.normal(size=12) > 0).astype(float)])
data = {"line": (["x", "y"], line), "blobs": (["x1", "x2", "y"], blobs), "labels": (["x", "y"], steps_up)}
for name, (header, rows) in data.items():
    write(name + ".csv", header, [[repr(float(number)) for number in row] for row in rows])

relu, softplus, tanh = torch.relu, torch.nn.functional.softplus, torch.tanh
huber = torch.nn.HuberLoss(reduction="none", delta=0.7)
# Losses of single samples, s: their columns by name. Ours as a formula beside it.
losses = {
    "linear": ("J(w, b) = (y - (w x + b))^2/2", lambda w, b, s: (s["y"] - (w * s["x"] + b)) ** 2 / 2),
    "mse": ("J(w, b) = (y - (w x + b))^2", lambda w, b, s: torch.nn.functional.mse_loss(w * s["x"] + b, s["y"], reduction="none")),
    "ridge": ("J(w, b) = (y - (w x + b))^2/2 + 0.3 w^2/2", lambda w, b, s: (s["y"] - (w * s["x"] + b)) ** 2 / 2 + 0.3 * w**2 / 2),
    "lasso": ("J(w, b) = (y - (w x + b))^2/2 + 0.3 abs(w)", lambda w, b, s: (s["y"] - (w * s["x"] + b)) ** 2 / 2 + 0.3 * abs(w)),
    "logistic": ("J(w, b) = softplus(w x + b) - y*(w x + b)",
                 lambda w, b, s: torch.nn.functional.binary_cross_entropy_with_logits(w * s["x"] + b, s["y"], reduction="none")),
    "hinge": ("J(w, b) = relu(1 - (2y - 1)*(w x + b))", lambda w, b, s: relu(1 - (2 * s["y"] - 1) * (w * s["x"] + b))),
    "huber": ("J(w, b) = if(abs(y - (w x + b)) < 0.7, (y - (w x + b))^2/2, 0.7*(abs(y - (w x + b)) - 0.35))",
              lambda w, b, s: huber(w * s["x"] + b, s["y"])),
    "neuron": ("J(w, b) = (y - tanh(w x + b))^2/2", lambda w, b, s: (s["y"] - tanh(w * s["x"] + b)) ** 2 / 2),
    "logistic2": ("J(w1, w2) = softplus(w1 x1 + w2 x2 + 0.2) - y*(w1 x1 + w2 x2 + 0.2) + 0.1 (w1^2 + w2^2)/2",
                  lambda w, b, s: torch.nn.functional.binary_cross_entropy_with_logits(w * s["x1"] + b * s["x2"] + 0.2, s["y"], reduction="none")
                  + 0.1 * (w**2 + b**2) / 2),
    "network": ("J(u, v) = (y - (1.2 tanh(u x + 0.3) - 0.7 tanh(v x - 0.4) + 0.1))^2/2",
                lambda w, b, s: (s["y"] - (1.2 * tanh(w * s["x"] + 0.3) - 0.7 * tanh(b * s["x"] - 0.4) + 0.1)) ** 2 / 2),
}
optimizers = {
    "sgd lr=0.05": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd lr=0.02 momentum=0.9": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9),
    "adam lr=0.1": lambda p: torch.optim.Adam(p, lr=0.1),
    "rmsprop lr=0.03": lambda p: torch.optim.RMSprop(p, lr=0.03),
}
cases = [
    ("linear", "line", "sgd lr=0.05", 1, "shuffled", 1),
    ("linear", "line", "sgd lr=0.05", 5, "shuffled", 2),
    ("linear", "line", "sgd lr=0.05", 12, "shuffled", 3),
    ("linear", "line", "adam lr=0.1", 3, "replacement", 4),
    ("mse", "line", "sgd lr=0.02 momentum=0.9", 4, "shuffled", 5),
    ("ridge", "line", "rmsprop lr=0.03", 4, "shuffled", 6),
    ("lasso", "line", "sgd lr=0.05", 4, "replacement", 7),
    ("logistic", "labels", "adam lr=0.1", 2, "shuffled", 8),
    ("hinge", "labels", "sgd lr=0.05", 2, "shuffled", 9),
    ("huber", "line", "sgd lr=0.02 momentum=0.9", 3, "shuffled", 10),
    ("neuron", "labels", "adam lr=0.1", 5, "replacement", 11),
    ("logistic2", "blobs", "sgd lr=0.05", 3, "shuffled", 12),
    ("network", "line", "adam lr=0.1", 4, "shuffled", 13),
]

case_rows, step_rows = [], []
for number, (loss, samples, optimizer, size, sampling, seed) in enumerate(cases):
    case = f"{number:02}-{loss}"
    formula, ell = losses[loss]
    header, rows = data[samples]
    columns = {name: torch.tensor(rows[:, i]) for i, name in enumerate(header)}
    m = len(rows)
    case_rows.append([case, samples, formula, optimizer, size, sampling, seed])
    w, b = (torch.tensor(start, requires_grad=True) for start in (-0.8, 0.6))
    stepper = optimizers[optimizer]([w, b])
    for step in range(41):
        whole = ell(w, b, columns).mean()
        gradient = torch.autograd.grad(whole, (w, b))
        chosen = batch(step, m, size, sampling, seed)
        stepper.zero_grad()
        of_batch = ell(w, b, {name: column[chosen] for name, column in columns.items()}).mean()
        step_rows.append([case, step, " ".join(map(str, chosen))] + [
            repr(float(value)) for value in (w, b, whole, *gradient, of_batch)])
        of_batch.backward()
        stepper.step()
    assert math.isfinite(float(w))
write("cases.csv", ["case", "data", "formula", "optimizer", "batch", "sampling", "seed"], case_rows, ";")  # formulas have commas
write("steps.csv", ["case", "step", "samples", "w", "b", "loss", "gw", "gb", "batch_loss"], step_rows)

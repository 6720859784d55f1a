#include "core/landscape/few_nodes.h"

#include <cstddef>
#include <numeric>
#include <utility>

namespace thalweg {
namespace {

/// The nodes with new ones in the middles of the largest gaps.
std::vector<double> with_four(std::vector<double> nodes) {
    while (nodes.size() < 4) {
        std::size_t widest = 0;
        for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
            if (nodes[i + 1] - nodes[i] > nodes[widest + 1] - nodes[widest]) widest = i;
        }
        const double middle = std::midpoint(nodes[widest], nodes[widest + 1]);
        nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(widest) + 1, middle);
    }
    return nodes;
}

/// Lagrange's polynomial through values at `nodes` as weights of these, at x.
std::vector<double> lagrange_weights(const std::vector<double>& nodes, double x) {
    std::vector<double> weights(nodes.size(), 1.0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            if (k != i) weights[i] *= (x - nodes[k]) / (nodes[i] - nodes[k]);
        }
    }
    return weights;
}

/// What is at `from[i]`, `stride` apart, at all new nodes; 0 times NaN is left out.
double combined(const std::vector<double>& weights, const double* from, std::size_t stride) {
    double total = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0.0) total += weights[i] * from[i * stride];
    }
    return total;
}

}  // namespace

void raise_to_four_nodes(std::vector<double>& x, std::vector<double>& y, std::vector<double>& values) {
    if (x.size() < 4) {
        const std::vector<double> nodes = with_four(x);
        std::vector<double> more;
        for (std::size_t row = 0; row < y.size(); ++row) {
            for (const double node : nodes)
                more.push_back(combined(lagrange_weights(x, node), values.data() + row * x.size(), 1));
        }
        x = nodes;
        values = std::move(more);
    }
    if (y.size() < 4) {
        const std::vector<double> nodes = with_four(y);
        std::vector<double> more;
        for (const double node : nodes) {
            const std::vector<double> weights = lagrange_weights(y, node);
            for (std::size_t column = 0; column < x.size(); ++column)
                more.push_back(combined(weights, values.data() + column, x.size()));
        }
        y = nodes;
        values = std::move(more);
    }
}

}  // namespace thalweg

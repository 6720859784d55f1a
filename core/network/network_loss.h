#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/landscape/data_landscape.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// A network with one hidden layer of tanh, which tells two classes of points (x1, x2) apart:
///   z = d + Σⱼ vⱼ tanh(aⱼ x1 + bⱼ x2 + cⱼ),   the probability of class 1 is sigmoid(z)
/// Its loss is the mean of −ln of the probability of the right class, ln(1 + eᶻ) − y z, plus decay/2 times the sum of
/// the squares of all 4·hidden + 1 weights; without the latter it would have no minimum at all where the classes can be
/// told apart without mistake.
struct Network {
    int hidden = 6;
    double decay = 1e-3;

    int weights() const { return 4 * hidden + 1; }
    bool operator==(const Network&) const = default;
};

/// A formula has at most 64 variables.
inline constexpr int most_hidden = 15;

/// The loss of one sample as a formula: "J(a1, b1, c1, v1, …, d) = …" in names of the columns x1, x2 and y, and with
/// the parameter "decay".
std::string network_loss(const Network& network);

/// The mean loss over the samples, a landscape of weights() coordinates with exact gradient and Hessian. data: columns
/// x1, x2 and y, which is 0 or 1.
std::shared_ptr<const DataLandscape> network_landscape(const Network& network, DataSet data);

/// Where a training of this seed begins: all weights normal, of standard deviation `spread`.
std::vector<double> first_weights(const Network& network, double spread, std::uint64_t seed);

}  // namespace thalweg

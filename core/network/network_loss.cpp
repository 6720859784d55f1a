#include "core/network/network_loss.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/random/random.h"

namespace thalweg {

std::string network_loss(const Network& network) {
    std::string names, output = "d", squares;
    for (int j = 1; j <= network.hidden; ++j) {
        names += fmt::format("a{0}, b{0}, c{0}, v{0}, ", j);
        output += fmt::format(" + v{0}*tanh(a{0}*x1 + b{0}*x2 + c{0})", j);
        squares += fmt::format("a{0}^2 + b{0}^2 + c{0}^2 + v{0}^2 + ", j);
    }
    return fmt::format("J({0}d) = softplus({1}) - y*({1}) + decay/2*({2}d^2)", names, output, squares);
}

std::shared_ptr<const DataLandscape> network_landscape(const Network& network, DataSet data) {
    auto loss = Formula::parse(network_loss(network));
    if (!loss) {
        std::fputs("network_landscape: a network of more than most_hidden units\n", stderr);
        std::abort();
    }
    std::vector<double> parameters;
    for (const std::string& name : loss->parameters()) parameters.push_back(name == "decay" ? network.decay : 0.0);
    return std::make_shared<DataLandscape>(*std::move(loss), SampleSets{.training = std::move(data)},
                                           std::move(parameters), network.weights());
}

std::vector<double> first_weights(const Network& network, double spread, std::uint64_t seed) {
    RandomSequence random(seed);
    std::vector<double> weights(static_cast<std::size_t>(network.weights()));
    for (double& weight : weights) weight = spread * random.normal();
    return weights;
}

}  // namespace thalweg

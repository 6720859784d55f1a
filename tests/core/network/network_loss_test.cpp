#include "core/network/network_loss.h"

#include <gtest/gtest.h>

#include <array>

#include "core/calculus/classification.h"

namespace thalweg {
namespace {

DataSet three_samples() {
    return from_rows(std::vector<std::vector<double>>{{0.5, -1.0, 0}, {1.5, 0.25, 1}, {-0.75, 0.5, 1}}, 3);
}

/// torch.nn.functional.softplus, autograd and linalg.eigvalsh in double precision.
TEST(NetworkLoss, AgreesWithTorch) {
    const auto landscape = network_landscape({.hidden = 2, .decay = 0.01}, three_samples());
    ASSERT_EQ(landscape->dimensions(), 9);
    const std::array weights = {0.3, -0.2, 0.1, 0.7, -0.5, 0.4, 0.25, -0.6, 0.15};
    const std::array gradient = {0.07536628987251191,  -0.21096040915209488,  -0.06628154547720547,
                                 0.09343410547872416,  -0.025346755530308792, 0.16402546230057133,
                                 0.010930884756728041, -0.18377640987974572,  -0.088737334152717};
    const std::array eigenvalues = {-0.38588796664679226, -0.33110568696150827, -0.16257069601654056,
                                    -0.12201488728144719, 0.10347731109196999,  0.16717854167027485,
                                    0.26751502238190017,  0.36584550080068995,  0.45207836259917017};
    Eigen::VectorXd slopes(9);
    Eigen::MatrixXd hessian(9, 9);
    const double loss = landscape->evaluator()->hessian(weights, {slopes.data(), 9}, {hessian.data(), 81});
    EXPECT_NEAR(loss, 0.8101193871654879, 1e-15);
    const Eigen::VectorXd values = eigensystem(hessian).values;
    for (Eigen::Index i = 0; i < 9; ++i) {
        EXPECT_NEAR(slopes[i], gradient[static_cast<std::size_t>(i)], 1e-15) << i;
        EXPECT_NEAR(values[i], eigenvalues[static_cast<std::size_t>(i)], 1e-14) << i;
    }
}

TEST(NetworkLoss, CanBeWrittenForEveryWidthThereIs) {
    for (int hidden = 1; hidden <= most_hidden; ++hidden)
        EXPECT_EQ(network_landscape({.hidden = hidden}, three_samples())->dimensions(), 4 * hidden + 1);
}

TEST(FirstWeights, AreTheSameForTheSameSeed) {
    const Network network{.hidden = 3};
    EXPECT_EQ(first_weights(network, 1, 5), first_weights(network, 1, 5));
    EXPECT_NE(first_weights(network, 1, 5), first_weights(network, 1, 6));
    EXPECT_EQ(first_weights(network, 0, 5), std::vector<double>(13, 0.0));
}

}  // namespace
}  // namespace thalweg

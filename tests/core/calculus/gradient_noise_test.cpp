#include "core/calculus/gradient_noise.h"

#include <gtest/gtest.h>

#include <array>

#include "core/landscape/training.h"
#include "core/samples/generators.h"

namespace thalweg {
namespace {

DataLandscape line(const Batches& batches) {
    return {Formula::parse("J(w, b) = (y - (w x + b))^2/2").value(),
            {.training = generate(Line{.samples = 20, .outliers = 2}), .batches = batches},
            std::vector<double>(2, 1.0)};
}

constexpr std::array point{0.2, -0.7};

TEST(GradientNoise, is_how_the_gradients_of_batches_scatter) {
    for (const Sampling sampling : {Sampling::shuffled, Sampling::replacement}) {
        const Batches batches{.size = 4, .sampling = sampling, .seed = 9};
        const DataLandscape landscape = line(batches);
        const GradientNoise noise = gradient_noise(landscape, point);
        const auto training = landscape.training();
        constexpr int draws = 20'000;
        Eigen::Vector2d sum = Eigen::Vector2d::Zero();
        Eigen::Matrix2d squares = Eigen::Matrix2d::Zero();
        for (int step = 0; step < draws; ++step) {
            training->choose(step);
            std::array<double, 2> g{};
            training->batch().gradient(point, g);
            const Eigen::Vector2d deviation = Eigen::Vector2d(g[0], g[1]) - noise.mean;
            sum += deviation;
            squares += deviation * deviation.transpose();
        }
        // Five standard errors; of a variance about σ² √(2/n), a little more for these tails.
        for (int i = 0; i < 2; ++i) {
            EXPECT_NEAR(sum[i] / draws, 0.0, 5 * std::sqrt(noise.covariance(i, i) / draws));
            for (int j = 0; j < 2; ++j) {
                const double scale = std::sqrt(noise.covariance(i, i) * noise.covariance(j, j));
                EXPECT_NEAR(squares(i, j) / draws, noise.covariance(i, j), 0.05 * scale);
            }
        }
    }
}

TEST(GradientNoise, vanishes_when_every_step_sees_all) {
    for (const int size : {0, 20, 50}) {
        const GradientNoise noise = gradient_noise(line({.size = size}), point);
        EXPECT_EQ(noise.covariance, Eigen::Matrix2d::Zero());
        std::array<double, 2> g{};
        line({}).evaluator()->gradient(point, g);
        EXPECT_NEAR(noise.mean[0], g[0], 1e-14);
    }
}

}  // namespace
}  // namespace thalweg

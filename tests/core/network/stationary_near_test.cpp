#include "core/network/stationary_near.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

std::unique_ptr<Evaluator> evaluator_of(std::string_view formula, int n) {
    return FormulaLandscape(Formula::parse(formula).value(), {}, n).evaluator();
}

TEST(SpectrumAt, CountsTheWaysDown) {
    const auto evaluator = evaluator_of("x^2 - 3y^2 - z^2 + w^4", 4);
    const SpectrumAt seen = spectrum_at(*evaluator, std::array{1.0, 2.0, 3.0, 0.0});
    EXPECT_EQ(seen.eigenvalues, (std::vector<double>{-6, -2, 0, 2}));
    EXPECT_EQ(seen.negative_share, 0.5) << "0 is not negative";
    EXPECT_EQ(seen.loss, 1.0 - 12 - 9);
    EXPECT_NEAR(seen.gradient_norm, std::sqrt(4.0 + 144 + 36), 1e-13);
}

TEST(StationaryNear, FindsSaddlesAndMaximaAsWellAsMinima) {
    // Separable: 0, ±1 in each coordinate, where −2 at 0 and 4 at ±1 are half the eigenvalues.
    const auto evaluator = evaluator_of("x^4/4 - x^2/2 + y^4/4 - y^2/2 + z^4/4 - z^2/2", 3);
    struct Case {
        std::array<double, 3> from, to;
        double share;
    };
    for (const Case& c : {Case{{0.9, -1.2, 1.1}, {1, -1, 1}, 0}, Case{{0.1, -1.2, 1.1}, {0, -1, 1}, 1.0 / 3},
                          Case{{0.1, 0.2, -0.1}, {0, 0, 0}, 1}}) {
        const auto found = stationary_near(*evaluator, c.from);
        ASSERT_TRUE(found);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(found->position[i], c.to[i], 1e-9) << c.from[0];
        EXPECT_EQ(found->negative_share, c.share);
        EXPECT_LE(found->gradient_norm, 2e-10);
    }
}

TEST(StationaryNear, FindsNothingWhereThereIsNothing) {
    EXPECT_FALSE(stationary_near(*evaluator_of("x + y^2 + z^2", 3), std::array{1.0, 1.0, 1.0}));
    EXPECT_FALSE(stationary_near(*evaluator_of("exp(x) + y^2 + sqrt(z)", 3), std::array{1.0, 1.0, -1.0})) << "NaN";
}

}  // namespace
}  // namespace thalweg

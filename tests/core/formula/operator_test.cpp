// Every row of the operator table, for every kind of number.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "core/formula/block.h"
#include "core/formula/checked.h"
#include "core/formula/differentials.h"
#include "core/formula/formula.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

struct Range {
    double low, high;
};

/// One row of the table, for as many arguments as it takes.
struct Row {
    std::string name;
    Printing printing;
    Symmetry symmetry;
    std::vector<Range> ranges;
    std::function<double(std::span<const double>)> value;
    std::function<double(std::span<const double>, std::span<const double>)> differential;  ///< at a point, along a step
    std::function<Block(std::span<const Block>)> block;
    std::function<Checked(std::span<const Checked>)> checked;
};

std::vector<Row> rows() {
    using Scalar = Arithmetic<double>;
    std::vector<Row> all;
#define THALWEG_UNARY(op, df, smoothness, symmetry, printing, low, high)                               \
    all.push_back({#op,                                                                                \
                   Printing::printing,                                                                 \
                   Symmetry::symmetry,                                                                 \
                   {{low, high}},                                                                      \
                   [](std::span<const double> x) { return Scalar::op(x[0]); },                         \
                   [](std::span<const double> x, std::span<const double> dx) {                         \
                       return differentials::op##_differential<double>(x[0], dx[0], Scalar::op(x[0])); \
                   },                                                                                  \
                   [](std::span<const Block> x) { return Arithmetic<Block>::op(x[0]); },               \
                   [](std::span<const Checked> x) { return Arithmetic<Checked>::op(x[0]); }});
#define THALWEG_BINARY(op, df, smoothness, printing, u_low, u_high, v_low, v_high)               \
    all.push_back({#op,                                                                          \
                   Printing::printing,                                                           \
                   Symmetry::none,                                                               \
                   {{u_low, u_high}, {v_low, v_high}},                                           \
                   [](std::span<const double> x) { return Scalar::op(x[0], x[1]); },             \
                   [](std::span<const double> x, std::span<const double> dx) {                   \
                       return differentials::op##_differential<double>(x[0], x[1], dx[0], dx[1], \
                                                                       Scalar::op(x[0], x[1]));  \
                   },                                                                            \
                   [](std::span<const Block> x) { return Arithmetic<Block>::op(x[0], x[1]); },   \
                   [](std::span<const Checked> x) { return Arithmetic<Checked>::op(x[0], x[1]); }});
#define THALWEG_TERNARY(op, df, smoothness, printing, u_low, u_high, v_low, v_high, w_low, w_high)            \
    all.push_back({#op,                                                                                       \
                   Printing::printing,                                                                        \
                   Symmetry::none,                                                                            \
                   {{u_low, u_high}, {v_low, v_high}, {w_low, w_high}},                                       \
                   [](std::span<const double> x) { return Scalar::op(x[0], x[1], x[2]); },                    \
                   [](std::span<const double> x, std::span<const double> dx) {                                \
                       return differentials::op##_differential<double>(x[0], x[1], x[2], dx[0], dx[1], dx[2], \
                                                                       Scalar::op(x[0], x[1], x[2]));         \
                   },                                                                                         \
                   [](std::span<const Block> x) { return Arithmetic<Block>::op(x[0], x[1], x[2]); },          \
                   [](std::span<const Checked> x) { return Arithmetic<Checked>::op(x[0], x[1], x[2]); }});
#include "core/formula/operators.def"
    return all;
}

constexpr int samples = 200;

std::vector<double> sample(const Row& row, std::mt19937& random) {
    std::vector<double> x;
    for (const Range& range : row.ranges) x.push_back(std::uniform_real_distribution(range.low, range.high)(random));
    return x;
}

TEST(Operators, DifferentialsAgreeWithCentralDifferences) {
    // Truncation h²·f‴/6 and rounding eps·f/h balance at h = 1e-5 for values of order 1: about 1e-10 each; the steepest
    // rows have third derivatives of a few thousand.
    constexpr double h = 1e-5;
    constexpr double tolerance = 2e-6;
    std::mt19937 random(1);
    for (const Row& row : rows()) {
        for (int i = 0; i < samples; ++i) {
            const std::vector<double> x = sample(row, random);
            for (std::size_t k = 0; k < x.size(); ++k) {
                std::vector<double> ahead = x;
                std::vector<double> behind = x;
                std::vector<double> step(x.size(), 0.0);
                ahead[k] += h;
                behind[k] -= h;
                step[k] = 1.0;
                const double slope = (row.value(ahead) - row.value(behind)) / (2.0 * h);
                EXPECT_NEAR(row.differential(x, step), slope, tolerance * (1.0 + std::fabs(slope)))
                    << row.name << " at " << testing::PrintToString(x) << ", argument " << k;
            }
        }
    }
}

TEST(Operators, FormulasDifferentiateAsTheTableSays) {
    std::mt19937 random(2);
    const std::vector<std::string> names = {"x", "y", "p"};
    int tested = 0;
    for (const Row& row : rows()) {
        if (row.printing != Printing::function) continue;
        ++tested;
        std::string text = "f(x, y, p) = " + row.name + "(x";
        for (std::size_t k = 1; k < row.ranges.size(); ++k) text += ", " + names[k];
        const auto formula = Formula::parse(text + ")");
        ASSERT_TRUE(formula) << text << ": " << formula.error().message;
        for (int i = 0; i < samples; ++i) {
            std::vector<double> x = sample(row, random);
            x.resize(3, 1.0);
            const auto outputs = evaluate<double>(formula->gradient_program(), x);
            EXPECT_EQ(outputs[0], row.value(x)) << text;
            for (std::size_t k = 0; k < row.ranges.size(); ++k) {
                std::vector<double> step(3, 0.0);
                step[k] = 1.0;
                const double expected = row.differential(x, step);
                EXPECT_NEAR(outputs[1 + k], expected, 1e-13 * (1.0 + std::fabs(expected))) << text;
            }
        }
    }
    EXPECT_GE(tested, 25);
}

TEST(Operators, SymmetryIsAsTheTableSays) {
    std::mt19937 random(3);
    for (const Row& row : rows()) {
        if (row.symmetry == Symmetry::none) continue;
        for (int i = 0; i < samples; ++i) {
            const double u = sample(row, random)[0];
            const double mirrored = row.value(std::vector{-u});
            const double value = row.value(std::vector{u});
            EXPECT_EQ(mirrored, row.symmetry == Symmetry::odd ? -value : value) << row.name << " at " << u;
        }
    }
}

TEST(Operators, BlocksAgreeWithScalars) {
    // glibc's vector functions are within 4 units in the last place.
    constexpr double tolerance = 8 * 2.3e-16;
    std::mt19937 random(4);
    for (const Row& row : rows()) {
        std::vector<Block> blocks(row.ranges.size());
        std::vector<std::vector<double>> points;
        for (std::size_t i = 0; i < Block::size; ++i) {
            points.push_back(sample(row, random));
            for (std::size_t k = 0; k < blocks.size(); ++k) blocks[k].values[i] = points[i][k];
        }
        const Block result = row.block(blocks);
        for (std::size_t i = 0; i < Block::size; ++i) {
            const double expected = row.value(points[i]);
            EXPECT_NEAR(result.values[i], expected, tolerance * std::max(1.0, std::fabs(expected)))
                << row.name << " at " << testing::PrintToString(points[i]);
        }
    }
}

TEST(Operators, BlocksHaveTheScalarsHolesAndInfinities) {
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> special = {0.0,  1.0, -1.0,  0.5,      -0.5,      2.0,
                                         -2.0, 3.0, 1e300, infinity, -infinity, std::nan("")};
    for (const Row& row : rows()) {
        const std::size_t arity = row.ranges.size();
        for (std::size_t first = 0; first < special.size(); ++first) {
            for (std::size_t second = 0; second < special.size(); ++second) {
                const std::vector<double> all = {special[first], special[second],
                                                 special[(first + second) % special.size()]};
                const std::vector<double> x(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(arity));
                std::vector<Block> blocks(arity);
                for (std::size_t k = 0; k < arity; ++k) blocks[k].values.fill(x[k]);
                const double expected = row.value(x);
                const double found = row.block(blocks).values[Block::size / 2];
                // fmod is exact where mod by floor cannot be.
                if (row.name == "mod" && (std::fabs(x[0]) >= 1e300 || std::isinf(x[1]))) continue;
                EXPECT_EQ(std::isnan(found), std::isnan(expected)) << row.name << " at " << testing::PrintToString(x);
                if (std::isinf(expected)) {
                    EXPECT_EQ(found, expected) << row.name << " at " << testing::PrintToString(x);
                }
            }
        }
    }
}

TEST(Operators, IntegerPowersAgree) {
    for (int n = -40; n <= 40; ++n) {
        for (const double u : {-1.7, -1.0, -0.3, 0.4, 1.0, 2.5}) {
            const double expected = std::pow(u, n);
            EXPECT_NEAR(Arithmetic<double>::integer_power(u, n), expected, 40 * 2.3e-16 * std::fabs(expected))
                << u << "^" << n;
            Block block;
            block.values.fill(u);
            const double vectorized = Arithmetic<Block>::integer_power(block, n).values[5];
            EXPECT_NEAR(vectorized, expected, 40 * 2.3e-16 * std::fabs(expected)) << u << "^" << n;
        }
    }
}

TEST(Operators, AreSmoothWhereTheTableDrawsItsSamples) {
    std::mt19937 random(5);
    for (const Row& row : rows()) {
        for (int i = 0; i < samples; ++i) {
            std::vector<Checked> x;
            for (const double value : sample(row, random)) x.push_back({value, Smoothness::smooth});
            EXPECT_TRUE(row.checked(x).differentiable()) << row.name << " at " << x[0].value;
        }
    }
}

}  // namespace
}  // namespace thalweg

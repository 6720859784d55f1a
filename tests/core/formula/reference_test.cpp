// Value, gradient and Hessian of classic functions against torch's autograd in double precision.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/formula/formula.h"
#include "core/formula/scalar.h"
#include "tests/core/formula/csv.h"

namespace thalweg {
namespace {

// The reference agrees with 40-digit arithmetic within 4e-14 of the row's largest entry; ours may be as far off again.
constexpr double tolerance = 1e-13;

TEST(Reference, GradientsAndHessiansAgree) {
    std::map<std::string, Formula> formulas;
    for (const auto& row : read_rows("functions.csv")) {
        const auto formula = Formula::parse(row[1]);
        ASSERT_TRUE(formula) << row[1] << ": " << formula.error().message;
        formulas.emplace(row[0], *formula);
    }
    const auto rows = read_rows("derivatives.csv");
    ASSERT_GE(rows.size(), 240U);
    for (const auto& row : rows) {
        const std::vector<double> point = {std::stod(row[1]), std::stod(row[2])};
        std::vector<double> expected;
        double largest = 1.0;
        for (std::size_t i = 3; i < 9; ++i) {
            expected.push_back(std::stod(row[i]));
            largest = std::max(largest, std::fabs(expected.back()));
        }
        const auto outputs = evaluate<double>(formulas.at(row[0]).hessian_program(), point);
        ASSERT_EQ(outputs.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_NEAR(outputs[i], expected[i], tolerance * largest) << row[0] << " at " << row[1] << ", " << row[2];
        }
    }
}

}  // namespace
}  // namespace thalweg

#include "app/scene/steps_table.h"

#include <gtest/gtest.h>

#include <array>

#include "app/scene/number_format.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

Trajectory bowl(int steps) {
    const FormulaLandscape landscape(Formula::parse("x^2 + y^2").value(), {});
    return run(landscape, std::array{3.0, 2.0}, parse_optimizer("sgd lr=0.1").value(), {.steps = steps});
}

std::string line(const StepRow& row) {
    std::string text;
    for (const double value : {row.x, row.y, row.gradient_x, row.gradient_y, row.delta_x.value_or(NAN),
                               row.delta_y.value_or(NAN), row.loss}) {
        text += format_fixed(value, 2) + " ";
    }
    return text;
}

TEST(StepsTable, ReadsAsWorkedByHand) {
    const Trajectory trajectory = bowl(2);
    ASSERT_EQ(trajectory.rows(), 3);
    const std::array rows = {step_row(trajectory, 0), step_row(trajectory, 1), step_row(trajectory, 2)};
    EXPECT_EQ(line(rows[0]), "3.00 2.00 6.00 4.00 −0.60 −0.40 13.00 ");
    EXPECT_EQ(line(rows[1]), "2.40 1.60 4.80 3.20 −0.48 −0.32 8.32 ");
    EXPECT_EQ(rows[2].step, 2);
    EXPECT_FALSE(rows[2].delta_x.has_value());
    EXPECT_FALSE(rows[2].delta_y.has_value());
}

TEST(StepsTable, CsvHasAllDigitsAndALineForEveryRow) {
    const std::vector<std::string> names = {"x", "y"};
    const std::string text = steps_table_csv(bowl(2), names);
    EXPECT_TRUE(
        text.starts_with("step,x,y,gradient_x,gradient_y,delta_x,delta_y,loss\n"
                         "0,3,2,6,4,-0.60000000000000009,-0.39999999999999991,13\n"
                         "1,2.3999999999999999,1.6000000000000001,"))
        << text;
    EXPECT_EQ(std::ranges::count(text, '\n'), 4);
    EXPECT_NE(text.find("\n2,1.9199999999999999,1.28,"), std::string::npos) << text;
    EXPECT_NE(text.find(",,,"), std::string::npos) << "the last row has no step: " << text;
}

TEST(StepsTable, CsvHasAsManyCoordinatesAsThereAre) {
    Trajectory run;
    run.dimensions = 3;
    run.positions = {1, 2, 3, 1.5, 2, 4};
    run.losses = {9, 8};
    run.gradients = {4, 5, 6, 7, 8, 9};
    const std::vector<std::string> names = {"z", "x", "y"};
    EXPECT_EQ(steps_table_csv(run, names),
              "step,z,x,y,gradient_z,gradient_x,gradient_y,delta_z,delta_x,delta_y,loss\n"
              "0,1,2,3,4,5,6,0.5,0,1,9\n"
              "1,1.5,2,4,7,8,9,,,,8\n");
}

}  // namespace
}  // namespace thalweg

#include "core/landscape/model_prediction.h"

#include <gtest/gtest.h>

#include <array>

namespace thalweg {
namespace {

using Numbers = std::vector<double>;

TEST(ModelPrediction, is_written_in_the_names_of_its_loss) {
    const DataSet line = from_rows(std::vector<Numbers>{{2, 3}, {4, 1}}, 2);
    // The variables come in the order of the loss's heading, whatever comes first in the prediction.
    const Formula loss = Formula::parse("J(b, w) = (y - (w x + b))^2").value();
    auto prediction = ModelPrediction::parse("k*(w x + b)", loss, line, {{"k", 10.0}}).value();
    prediction.place(std::array{0.5, 3.0});
    EXPECT_EQ(prediction.of(line, 0), 65.0);
    EXPECT_EQ(prediction.of(line, 1), 125.0);
    prediction.place(std::array{0.0, 1.0});
    EXPECT_EQ(prediction.of(std::array{7.0}), 70.0);
}

TEST(ModelPrediction, counts_the_classes_it_gets_right) {
    const DataSet data = from_rows(std::vector<Numbers>{{1, 0, 1}, {-1, 0, 0}, {2, 5, 0}, {0, -1, 0}}, 3);
    const Formula loss = Formula::parse("J(w1, w2) = relu(1 - (2y - 1)*(w1 x1 + w2 x2))").value();
    auto prediction = ModelPrediction::parse("w1 x1 + w2 x2", loss, data, {}).value();
    prediction.place(std::array{1.0, 0.0});
    EXPECT_EQ(prediction.accuracy(data), 0.75);
    prediction.place(std::array{-1.0, 0.0});
    EXPECT_EQ(prediction.accuracy(data), 0.5);
}

TEST(ModelPrediction, says_what_is_wrong_with_it) {
    const Formula loss = Formula::parse("J(w, b) = (y - (w x + b))^2").value();
    const auto error = ModelPrediction::parse("w x +", loss, from_rows(std::vector<Numbers>{{2, 3}}, 2), {});
    ASSERT_FALSE(error);
    EXPECT_TRUE(error.error().starts_with("the prediction \"w x +\" cannot be read: ")) << error.error();
}

}  // namespace
}  // namespace thalweg

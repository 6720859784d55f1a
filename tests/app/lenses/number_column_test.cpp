#include "app/lenses/number_column.h"

#include <gtest/gtest.h>

#include <limits>

#include "app/panels/widgets.h"
#include "tests/app/panels/window.h"

namespace thalweg {
namespace {

class NumberColumns : public ::testing::Test {
  protected:
    testing::Window window;
    ImFont* font = fonts().caption;

    float point_of(const NumberColumn& column, double value) const {
        const auto [words, left] = column.placed(value);
        const std::size_t point = std::min({words.find('.'), words.find("×"), words.size()});
        return left + text_width(font, std::string_view(words).substr(0, point));
    }
};

TEST_F(NumberColumns, PointsStandBelowEachOther) {
    for (const std::vector<double>& values : {std::vector{-21.55, -5.939, 1.185, 296.8, 2010.0, 0.4001},
                                              {-13.42, 0.3105, 0.01342, 0.008242},
                                              {2.5e-6, -1.234e-9, 7e8, 3.0}}) {
        const NumberColumn column(font, values, 84);
        for (const double value : values) {
            const auto [words, left] = column.placed(value);
            EXPECT_NEAR(point_of(column, value), point_of(column, values[0]), 0.01) << words;
            EXPECT_GE(left, -0.01) << words;
            EXPECT_LE(left + text_width(font, words), column.width() + 0.01) << words;
        }
        EXPECT_LE(column.width(), 84);
    }
}

TEST_F(NumberColumns, DigitsGiveWayBeforeTheColumnGrows) {
    const NumberColumn wide(font, {-12345, 0.0082421}, 200), narrow(font, {-12345, 0.0082421}, 84);
    EXPECT_EQ(wide.placed(0.0082421).words, "0.008242");
    EXPECT_TRUE(narrow.placed(0.0082421).words.starts_with("0.008"));
    EXPECT_LT(narrow.placed(0.0082421).words.size(), wide.placed(0.0082421).words.size());
    EXPECT_EQ(narrow.placed(-12345).words, "−12345");
}

TEST_F(NumberColumns, WhatIsNoNumberEndsWithTheColumn) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const NumberColumn column(font, {1.5, none}, 84);
    const auto [words, left] = column.placed(none);
    EXPECT_EQ(words, "undefined");
    EXPECT_NEAR(left + text_width(font, words), column.width(), 0.01);
}

}  // namespace
}  // namespace thalweg

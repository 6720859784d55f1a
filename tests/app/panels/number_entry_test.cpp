#include "app/panels/number_entry.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <numbers>

namespace thalweg {
namespace {

TEST(ReadNumber, UnderstandsWhatPeopleType) {
    struct Row {
        const char* text;
        double value;
    };
    constexpr std::array<Row, 13> rows{{{"0.05", 0.05},
                                        {" 3 ", 3},
                                        {"-2", -2},
                                        {"−2", -2},
                                        {"1e-3", 1e-3},
                                        {".5", 0.5},
                                        {"1/4", 0.25},
                                        {"pi/2", std::numbers::pi / 2},
                                        {"π", std::numbers::pi},
                                        {"1e", std::numbers::e},
                                        {"sqrt(2)", std::numbers::sqrt2},
                                        {"2^10", 1024},
                                        {"+7", 7}}};
    for (const Row& row : rows) {
        const auto value = read_number(row.text);
        ASSERT_TRUE(value) << row.text;
        EXPECT_DOUBLE_EQ(*value, row.value) << row.text;
    }
}

TEST(ReadNumber, RefusesWhatIsNoNumber) {
    for (const char* text : {"", " ", "-", "x", "a", "1/0", "sqrt(-1)", "nan", "inf", "x + 1", "2..3", "one"}) {
        EXPECT_FALSE(read_number(text)) << text;
    }
}

TEST(ExactText, IsReadBackAsTheSameNumber) {
    for (const double value : {0.0, 0.1, -0.1, 1.0 / 3, -2e-9, 6.02214076e23, 200.0, std::numeric_limits<double>::max(),
                               std::numeric_limits<double>::denorm_min()}) {
        const auto back = read_number(exact_text(value));
        ASSERT_TRUE(back) << exact_text(value);
        EXPECT_EQ(*back, value) << exact_text(value);
    }
    EXPECT_EQ(exact_text(-0.5), "−0.5");
    EXPECT_EQ(exact_text(-0.0), "0");
}

}  // namespace
}  // namespace thalweg

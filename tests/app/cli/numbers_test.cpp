#include "app/cli/numbers.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Numbers, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(parse_numbers("1,-2.5e3", "--at"), (std::vector<double>{1, -2500}));
    EXPECT_EQ(parse_numbers(" +1 , .5 ", "--at"), (std::vector<double>{1, 0.5}));
    EXPECT_EQ(parse_numbers("-0", "--at"), (std::vector<double>{0}));
}

TEST(Numbers, NothingElseIsTaken) {
    for (const char* text :
         {"", ",", "1,", ",1", "1,,2", "1 2", "1x", "+-1", "++1", "inf", "nan", "1e999", "0x10", "1;2"})
        EXPECT_FALSE(parse_numbers(text, "--at").has_value()) << text;
    EXPECT_NE(parse_numbers("1,two", "--at").error().find("two"), std::string::npos);
}

TEST(Sizes, AreLimitedBySideAndTotal) {
    EXPECT_EQ(parse_size("1280x720")->height, 720);
    EXPECT_TRUE(parse_size("8192x4000").has_value());
    for (const char* text : {"8193x1", "8192x8192", "0x1", "1x0", "-1x1", "1X1", "1 x 1", "99999999999x1"})
        EXPECT_FALSE(parse_size(text).has_value()) << text;
}

TEST(Steps, AreWholeAndNotTooMany) {
    EXPECT_EQ(parse_steps("0", "--steps"), 0);
    EXPECT_EQ(parse_steps("10000000", "--steps"), longest_run);
    for (const char* text : {"", "-1", "1.5", "1e3", "10000001", "99999999999"})
        EXPECT_FALSE(parse_steps(text, "--steps").has_value()) << text;
}

}  // namespace
}  // namespace thalweg

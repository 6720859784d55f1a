#include "app/scene/number_format.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace thalweg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Case {
    double value;
    int digits;
    const char* text;
};

TEST(NumberFormat, SignificantDigits) {
    constexpr Case cases[] = {
        {0.0, 4, "0"},
        {-0.0, 4, "0"},
        {1.0, 4, "1"},
        {-0.6, 4, "−0.6"},
        {3.14159265, 4, "3.142"},
        {-14.8083, 4, "−14.81"},
        {123.456, 4, "123.5"},
        {1234.56, 4, "1235"},
        {98765.4, 4, "98765"},
        {999999.4, 4, "1×10⁶"},
        {999.96, 4, "1000"},
        {0.99996, 4, "1"},
        {0.001, 4, "0.001"},
        {0.0012345, 4, "0.001234"},
        {0.00099999, 4, "0.001"},
        {0.000999, 4, "9.99×10⁻⁴"},
        {0.0000025, 4, "2.5×10⁻⁶"},
        {-1.23456e-6, 4, "−1.235×10⁻⁶"},
        {1e6, 4, "1×10⁶"},
        {-2.5e12, 4, "−2.5×10¹²"},
        {1.5e300, 2, "1.5×10³⁰⁰"},
        {5e-324, 4, "4.941×10⁻³²⁴"},
        {1234.56, 6, "1234.56"},
        {1234.56, 0, "1235"},
        {infinity, 4, "∞"},
        {-infinity, 4, "−∞"},
        {std::numeric_limits<double>::quiet_NaN(), 4, "undefined"},
    };
    for (const Case& c : cases) EXPECT_EQ(format_number(c.value, c.digits), c.text) << c.value;
}

TEST(NumberFormat, FixedDecimals) {
    constexpr Case cases[] = {
        {13.0, 2, "13.00"},  {-0.6, 2, "−0.60"},   {8.32, 2, "8.32"},    {0.0, 2, "0.00"},
        {-0.0, 2, "0.00"},   {-0.004, 2, "0.00"},  {-0.006, 2, "−0.01"}, {1234567.891, 1, "1234567.9"},
        {1e12, 2, "1×10¹²"}, {-infinity, 2, "−∞"}, {2.5e-9, 3, "0.000"}, {3.0, 0, "3"},
    };
    for (const Case& c : cases) EXPECT_EQ(format_fixed(c.value, c.digits), c.text) << c.value;
}

TEST(NumberFormat, Points) {
    EXPECT_EQ(format_point(3, -1.8481, 3), "(3.000, −1.848)");
}

TEST(NumberFormat, Superscripts) {
    EXPECT_EQ(superscript(0), "⁰");
    EXPECT_EQ(superscript(1234567890), "¹²³⁴⁵⁶⁷⁸⁹⁰");
    EXPECT_EQ(superscript(-12), "⁻¹²");
}

}  // namespace
}  // namespace thalweg

#include "app/scene/thumbnail.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

std::array<int, 4> pixel(const Thumbnail& picture, int column, int row) {
    const auto i = static_cast<std::size_t>(row * picture.width + column) * 4;
    return {picture.pixels[i], picture.pixels[i + 1], picture.pixels[i + 2], picture.pixels[i + 3]};
}

int brightness(const std::array<int, 4>& p) {
    return p[0] + p[1] + p[2];
}

TEST(Thumbnail, HasTheSizeAskedFor) {
    const Thumbnail picture = make_thumbnail({.formula = "x y"}, Colormap::viridis);
    EXPECT_EQ(picture.width, 96);
    EXPECT_EQ(picture.height, 64);
    EXPECT_EQ(picture.pixels.size(), 96U * 64U * 4U);
    EXPECT_EQ(make_thumbnail({}, Colormap::viridis, 0, -3).pixels.size(), 4U);
}

TEST(Thumbnail, LooksFromTheSideOfSmallXAndSmallY) {
    const Thumbnail picture = make_thumbnail({.formula = "-x - y"}, Colormap::blue_to_red);
    const int middle = picture.width / 2;
    int top = 0, bottom = picture.height - 1;
    while (top < bottom && pixel(picture, middle, top)[3] < 255) ++top;
    while (top < bottom && pixel(picture, middle, bottom)[3] < 255) --bottom;
    ASSERT_LT(top, bottom);
    EXPECT_GT(pixel(picture, middle, top)[2], pixel(picture, middle, top)[0]) << "blue and low at the back";
    EXPECT_GT(pixel(picture, middle, bottom)[0], pixel(picture, middle, bottom)[2]) << "red and high in front";
}

TEST(Thumbnail, HidesWhatLiesBehind) {
    // Seen over a high wall in front, the floor behind it does not show.
    const Thumbnail picture = make_thumbnail({.formula = "exp(-(x + y + 4)^2)"}, Colormap::blue_to_red);
    const auto in_the_middle = pixel(picture, picture.width / 2, picture.height / 2 + 2);
    EXPECT_GT(in_the_middle[0], in_the_middle[2]);
}

TEST(Thumbnail, IsLitFromTheLeft) {
    // A hill: equal heights at equal distances, so equal colours but for the light.
    const Thumbnail picture = make_thumbnail({.formula = "-(x^2 + y^2)"}, Colormap::viridis);
    EXPECT_GT(brightness(pixel(picture, 32, 32)), brightness(pixel(picture, 63, 32)) + 60);
}

TEST(Thumbnail, OfOneVariableIsItsCurve) {
    const Thumbnail picture = make_thumbnail({.formula = "x^2", .domain = {-1, 1, -1, 1}}, Colormap::blue_to_red);
    const auto line = [&](int column) {
        int row = 0;
        while (row < picture.height && pixel(picture, column, row)[3] < 255) ++row;
        return row;
    };
    EXPECT_LT(line(2), line(20));
    EXPECT_LT(line(20), line(48));
    EXPECT_NEAR(line(20), line(75), 1) << "x and -x";
    EXPECT_LT(line(48), picture.height);
    EXPECT_EQ(pixel(picture, 48, 5)[3], 0) << "nothing above it";
}

TEST(Thumbnail, BreaksACurveOffWhereItIsUndefined) {
    const Thumbnail picture = make_thumbnail({.formula = "ln(x)", .domain = {-1, 1, -1, 1}}, Colormap::viridis);
    for (int row = 0; row < picture.height; ++row) EXPECT_EQ(pixel(picture, 20, row)[3], 0) << row;
}

TEST(Thumbnail, IsTransparentWhereThereIsNothing) {
    const auto opaque = [](const char* formula) {
        const Thumbnail picture = make_thumbnail({.formula = formula}, Colormap::viridis);
        int count = 0;
        for (std::size_t i = 3; i < picture.pixels.size(); i += 4) count += picture.pixels[i] == 255 ? 1 : 0;
        return count;
    };
    EXPECT_GT(opaque("7"), 96 * 64 / 4);
    EXPECT_LT(opaque("7"), 96 * 64);
    EXPECT_LT(opaque("sqrt(x)"), opaque("x") * 7 / 10);
    EXPECT_EQ(opaque("sqrt(-1)"), 0);
    EXPECT_EQ(opaque("x^^2"), 0);
}

TEST(Thumbnail, OddLandscapesHaveOneToo) {
    for (const char* formula : {"1/x", "1e300 x", "ln(x^2 + y^2)", "floor(x)", "exp(exp(x^2))", "|x|"}) {
        EXPECT_EQ(make_thumbnail({.formula = formula}, Colormap::turbo).pixels.size(), 96U * 64U * 4U) << formula;
    }
}

}  // namespace
}  // namespace thalweg

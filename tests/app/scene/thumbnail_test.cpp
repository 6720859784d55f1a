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

TEST(Thumbnail, ShowsHeightsWithYUpwards) {
    const Thumbnail picture = make_thumbnail({.formula = "y"}, Colormap::blue_to_red);
    EXPECT_GT(pixel(picture, 48, 2)[0], pixel(picture, 48, 2)[2]) << "red above";
    EXPECT_GT(pixel(picture, 48, 61)[2], pixel(picture, 48, 61)[0]) << "blue below";
}

TEST(Thumbnail, IsLitFromTheUpperLeft) {
    // A hill: equal heights, so equal colours but for the light.
    const Thumbnail picture = make_thumbnail({.formula = "-(x^2 + y^2)"}, Colormap::viridis, 64, 64);
    EXPECT_GT(brightness(pixel(picture, 16, 16)), brightness(pixel(picture, 47, 47)));
}

TEST(Thumbnail, IsTransparentWhereThereIsNothing) {
    const Thumbnail half = make_thumbnail({.formula = "sqrt(x)"}, Colormap::viridis);
    EXPECT_EQ(pixel(half, 10, 30)[3], 0);
    EXPECT_EQ(pixel(half, 80, 30)[3], 255);
    const Thumbnail broken = make_thumbnail({.formula = "x^^2"}, Colormap::viridis);
    for (const std::uint8_t byte : broken.pixels) EXPECT_EQ(byte, 0);
}

}  // namespace
}  // namespace thalweg

#include "app/scene/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/scene/contrast.h"

namespace thalweg {
namespace {

TEST(Palette, TextCanBeReadOnEveryGround) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const ThemeColors& colors = theme_colors(theme);
        for (const Color& ground : {colors.background, colors.panel}) {
            for (const Color& text : {colors.text, colors.quiet_text, colors.accent, colors.error}) {
                EXPECT_GE(contrast(text, ground), 4.5);
            }
            EXPECT_GE(contrast(colors.text, ground), 7.0) << "body text is easier still";
        }
    }
}

TEST(Palette, ThemesDiffer) {
    EXPECT_LT(luminance(theme_colors(Theme::dark).background), 0.05);
    EXPECT_GT(luminance(theme_colors(Theme::light).background), 0.9);
}

TEST(Palette, OptimizersAreToldApartByColourAndByMarker) {
    for (int i = 0; i < optimizer_colors; ++i) {
        for (int j = 0; j < i; ++j) {
            const Color a = optimizer_color(i), b = optimizer_color(j);
            EXPECT_GT(std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b), 0.2) << i << " " << j;
            EXPECT_NE(optimizer_marker(i), optimizer_marker(j)) << i << " " << j;
        }
    }
    EXPECT_EQ(optimizer_color(optimizer_colors), optimizer_color(0));
    EXPECT_EQ(optimizer_color(-1), optimizer_color(optimizer_colors - 1));
}

struct Anchor {
    Colormap map;
    std::size_t index;
    std::uint32_t color;
    double tolerance;  ///< in steps of 8 bits
};

TEST(Palette, ColourMapsAgreeWithTheirPublishedTables) {
    constexpr Anchor anchors[] = {
        {Colormap::viridis, 0, 0x440154, 0.6},   {Colormap::viridis, 32, 0x472D7B, 2.0},
        {Colormap::viridis, 127, 0x21918C, 1.6}, {Colormap::viridis, 255, 0xFDE725, 0.6},
        {Colormap::cividis, 0, 0x00224E, 0.6},   {Colormap::cividis, 127, 0x7C7B78, 1.6},
        {Colormap::cividis, 255, 0xFEE838, 0.6}, {Colormap::turbo, 0, 0x30123B, 0.6},
        {Colormap::turbo, 127, 0xA2FC3C, 3.0},   {Colormap::turbo, 255, 0x7A0403, 0.6},
    };
    for (const Anchor& anchor : anchors) {
        const Color is = colormap(anchor.map)[anchor.index], should = rgb(anchor.color);
        const double error =
            std::max({std::abs(is.r - should.r), std::abs(is.g - should.g), std::abs(is.b - should.b)});
        EXPECT_LE(error * 255, anchor.tolerance) << static_cast<int>(anchor.map) << " at " << anchor.index;
    }
}

TEST(Palette, ViridisAndCividisOnlyGetLighter) {
    for (const Colormap map : {Colormap::viridis, Colormap::cividis}) {
        const auto& colors = colormap(map);
        for (std::size_t i = 1; i < colors.size(); ++i) EXPECT_GT(luminance(colors[i]), luminance(colors[i - 1])) << i;
    }
}

TEST(Palette, BlueToRedGoesFromBlueToRed) {
    const auto& colors = colormap(Colormap::blue_to_red);
    EXPECT_GT(colors.front().b, 2 * colors.front().r);
    EXPECT_GT(colors.back().r, 2 * colors.back().b);
    EXPECT_GT(luminance(colors[128]), 2 * luminance(colors.front()));
    EXPECT_GT(luminance(colors[128]), 2 * luminance(colors.back()));
}

TEST(Palette, ColourMapsHaveNoJumps) {
    for (const Colormap map : {Colormap::viridis, Colormap::cividis, Colormap::turbo, Colormap::blue_to_red}) {
        const auto& colors = colormap(map);
        for (std::size_t i = 1; i < colors.size(); ++i) {
            EXPECT_LT(std::abs(colors[i].r - colors[i - 1].r), 0.03) << i;
            EXPECT_LT(std::abs(colors[i].g - colors[i - 1].g), 0.03) << i;
            EXPECT_LT(std::abs(colors[i].b - colors[i - 1].b), 0.03) << i;
            EXPECT_GE(std::min({colors[i].r, colors[i].g, colors[i].b}), 0.0F);
            EXPECT_LE(std::max({colors[i].r, colors[i].g, colors[i].b}), 1.0F);
        }
    }
}

}  // namespace
}  // namespace thalweg

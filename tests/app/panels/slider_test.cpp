#include "app/panels/slider.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "app/panels/setting_rows.h"

namespace thalweg {
namespace {

constexpr std::array<Setting, 4> settings{{
    {.name = "lr", .minimum = 1e-5, .maximum = 1, .scale = Scale::logarithmic},
    {.name = "momentum", .minimum = 0, .maximum = 0.9999},
    {.name = "shift", .minimum = -5, .maximum = 5},
    {.name = "no range", .minimum = 1, .maximum = 1},
}};

TEST(Slider, TrackRunsFromMinimumToMaximum) {
    for (const Setting& setting : settings) {
        EXPECT_EQ(track_value(setting, 0), setting.minimum) << setting.name;
        EXPECT_EQ(track_value(setting, 1), setting.maximum) << setting.name;
        double last = setting.minimum;
        for (double share = 0; share <= 1; share += 0.01) {
            const double value = track_value(setting, share);
            EXPECT_GE(value, last) << setting.name;
            EXPECT_LE(value, setting.maximum) << setting.name;
            last = value;
            if (setting.maximum > setting.minimum) {
                EXPECT_NEAR(track_share(setting, value), share, 0.01);
            }
        }
        for (const double odd : {-1e300, 1e300, 0.0, std::nan("")}) {
            EXPECT_GE(track_share(setting, odd), 0) << setting.name;
            EXPECT_LE(track_share(setting, odd), 1) << setting.name;
        }
    }
}

TEST(Slider, DraggedValuesHaveThreeDigits) {
    EXPECT_DOUBLE_EQ(track_value(settings[0], 0.5), 0.00316);
    EXPECT_DOUBLE_EQ(track_value(settings[2], 0.5123456), 0.123);
}

TEST(SettingRows, SpeaksNamesAsPeopleDo) {
    EXPECT_EQ(spoken("level_lines"), "Level lines");
    EXPECT_EQ(spoken(""), "");
    EXPECT_EQ(spoken_choices("viridis|blue_to_red"), (std::vector<std::string>{"Viridis", "Blue to red"}));
    EXPECT_EQ(spoken_choices("pdf|svg|cos"), (std::vector<std::string>{"PDF", "SVG", "Cos"}));
    EXPECT_EQ(spoken_choices("mp4|gif|webp|frames"), (std::vector<std::string>{"MP4", "GIF", "WebP", "Frames"}));
    EXPECT_EQ(spoken("fps"), "FPS");
    EXPECT_EQ(spoken("dpi"), "DPI");
    EXPECT_TRUE(spoken_choices("").empty());
}

}  // namespace
}  // namespace thalweg

#include "app/export/png.h"

#include <gtest/gtest.h>

#include <fstream>

namespace thalweg {
namespace {

class Png : public testing::Test {
  protected:
    ~Png() override { std::filesystem::remove(file_); }

    void write(const std::vector<std::byte>& bytes) const {
        std::ofstream(file_, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }

    const std::filesystem::path file_ =
        std::filesystem::path(testing::TempDir()) /
        (std::string("thalweg-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".png");
};

Picture gradient(int width, int height) {
    Picture picture{.width = width, .height = height, .rgb = {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.rgb.insert(picture.rgb.end(), {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y),
                                                   static_cast<std::uint8_t>(x ^ y)});
    return picture;
}

TEST_F(Png, GoesRoundUnchanged) {
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 3}, {255, 100}}) {
        const Picture picture = gradient(width, height);
        write(encode_png(picture).value());
        EXPECT_EQ(read_png(file_).value(), picture);
    }
}

TEST_F(Png, CarriesTexts) {
    const PngText text{"Session", "formula = \"x² + y²\"\n"};
    const auto bytes = encode_png(gradient(4, 4), {&text, 1}).value();
    const std::string raw(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    EXPECT_NE(raw.find("iTXtSession"), std::string::npos);
    write(bytes);
    EXPECT_EQ(read_png(file_).value(), gradient(4, 4));
}

TEST_F(Png, WhatIsNoPictureIsASentence) {
    EXPECT_NE(read_png("/nowhere/picture.png").error().find("/nowhere/picture.png"), std::string::npos);
    write({});
    EXPECT_FALSE(read_png(file_).has_value());
    auto bytes = encode_png(gradient(64, 64)).value();
    bytes.resize(bytes.size() / 2);
    write(bytes);
    EXPECT_FALSE(read_png(file_).has_value());
}

}  // namespace
}  // namespace thalweg

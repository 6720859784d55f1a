#include "app/stage/damage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>

namespace thalweg {
namespace {

/// Frames of 200 × 100 pixels, drawn into Dear ImGui's background list.
class DamageTest : public ::testing::Test {
  protected:
    DamageTest() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    }
    ~DamageTest() override { ImGui::DestroyContext(); }

    static ImDrawData& frame(const std::function<void(ImDrawList&)>& draw) {
        ImGui::GetIO().DisplaySize = {200, 100};
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return *ImGui::GetDrawData();
    }
    std::vector<PixelBox> damage_of(const std::function<void(ImDrawList&)>& draw) {
        return damage.since_last(frame(draw));
    }

    Damage damage;
};

void square(ImDrawList& list, float x, float y, ImU32 color = 0xFFFFFFFFU) {
    list.PushClipRect({x, y}, {x + 10, y + 10});  // a call of its own
    list.AddRectFilled({x, y}, {x + 10, y + 10}, color);
    list.PopClipRect();
}

bool covers(const std::vector<PixelBox>& boxes, int x, int y) {
    return std::ranges::any_of(
        boxes, [&](const PixelBox& box) { return x >= box.left && x < box.right && y >= box.top && y < box.bottom; });
}

/// Of all calls that draw anything.
std::vector<ImVec4> clip_rectangles(const ImDrawData& data) {
    std::vector<ImVec4> rectangles;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
            if (command.ElemCount > 0) rectangles.push_back(command.ClipRect);
    return rectangles;
}

const std::vector<PixelBox> everything = {{0, 0, 200, 100}};

TEST_F(DamageTest, IsEverythingAtFirstAndNothingWhenNothingChanges) {
    const auto draw = [](ImDrawList& list) { square(list, 20, 20); };
    EXPECT_EQ(damage_of(draw), everything);
    EXPECT_EQ(damage_of(draw), std::vector<PixelBox>{});
    damage.forget();
    EXPECT_EQ(damage_of(draw), everything);
}

TEST_F(DamageTest, IsWhereTheChangedCallDraws) {
    const auto draw = [](float x, ImU32 color) {
        return [=](ImDrawList& list) {
            square(list, 20, 20);
            square(list, x, 50, color);
            square(list, 150, 20);
        };
    };
    damage_of(draw(80, 0xFF0000FFU));
    const auto recolored = damage_of(draw(80, 0xFF00FF00U));
    EXPECT_TRUE(covers(recolored, 80, 50) && covers(recolored, 89, 59));
    EXPECT_FALSE(covers(recolored, 25, 25) || covers(recolored, 155, 25));
    const auto moved = damage_of(draw(100, 0xFF00FF00U));
    EXPECT_TRUE(covers(moved, 85, 55)) << "where it was";
    EXPECT_TRUE(covers(moved, 105, 55)) << "where it is";
    EXPECT_FALSE(covers(moved, 25, 25) || covers(moved, 155, 25));
}

TEST_F(DamageTest, OfOneCallMoreIsThatCall) {
    damage_of([](ImDrawList& list) {
        square(list, 20, 20);
        square(list, 150, 20);
    });
    const auto more = damage_of([](ImDrawList& list) {
        square(list, 20, 20);
        square(list, 80, 50);
        square(list, 150, 20);
    });
    EXPECT_TRUE(covers(more, 85, 55));
    EXPECT_FALSE(covers(more, 25, 25) || covers(more, 155, 25));
}

TEST_F(DamageTest, AnotherTextureIsAnotherPicture) {
    const auto draw = [](std::intptr_t texture) {
        return
            [texture](ImDrawList& list) { list.AddImage(reinterpret_cast<ImTextureID>(texture), {40, 40}, {60, 60}); };
    };
    damage_of(draw(7));
    EXPECT_TRUE(covers(damage_of(draw(8)), 50, 50));
}

TEST(Disjoint, BoxesCoverNoPixelTwiceAndEveryPixelStill) {
    const std::array boxes = {PixelBox{0, 0, 10, 10}, PixelBox{20, 0, 30, 10}, PixelBox{50, 50, 60, 60},
                              PixelBox{5, 5, 5, 9},   PixelBox{8, 8, 22, 12},  PixelBox{9, 0, 10, 3}};
    const std::vector<PixelBox> apart = disjoint(boxes);
    for (int y = 0; y < 70; ++y) {
        for (int x = 0; x < 70; ++x) {
            const auto holds = [&](const PixelBox& box) {
                return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
            };
            const auto times = std::ranges::count_if(apart, holds);
            EXPECT_LE(times, 1);
            EXPECT_GE(times, std::ranges::any_of(boxes, holds) ? 1 : 0);
        }
    }
    EXPECT_EQ(apart.size(), 2U);
}

TEST_F(DamageTest, ClippedFramesDrawWithinTheBoxesOnly) {
    ImDrawData& data = frame([](ImDrawList& list) {
        square(list, 20, 20);
        square(list, 150, 20);
    });
    const std::array boxes = {PixelBox{0, 0, 25, 100}, PixelBox{28, 0, 100, 100}};
    clip(data, boxes);
    const std::vector<ImVec4> rectangles = clip_rectangles(data);
    ASSERT_EQ(rectangles.size(), 2U);
    EXPECT_EQ(rectangles[0].z, 25);
    EXPECT_EQ(rectangles[1].x, 28);
    EXPECT_EQ(rectangles[1].z, 30);
}

TEST_F(DamageTest, ClippedAwayIsWhatMightDrawInABoxButDoesNot) {
    ImDrawData& data = frame([](ImDrawList& list) { list.AddRectFilled({150, 20}, {160, 30}, 0xFFFFFFFFU); });
    const std::array boxes = {PixelBox{0, 0, 25, 100}, PixelBox{155, 0, 200, 25}};
    clip(data, boxes);
    const std::vector<ImVec4> rectangles = clip_rectangles(data);
    ASSERT_EQ(rectangles.size(), 1U);
    EXPECT_EQ(rectangles[0].x, 155);
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "window.h"

namespace thalweg {
namespace {

class OpenListTest : public ::testing::Test {
  protected:
    OpenListTest() {
        window_.state.opening.open = true;
        window_.state.opening.recent = {{"/somewhere/class.toml", "class.toml", "/somewhere"}};
        for (int frame = 0; frame < 3; ++frame) window_.frame();
    }
    static ImRect dialog() { return ImGui::FindWindowByName("open")->Rect(); }

    testing::Window window_;
};

TEST_F(OpenListTest, AFileIsOpenedByAClick) {
    window_.move(dialog().Min.x + 60, dialog().Max.y - 30);
    window_.move(dialog().Min.x + 60, dialog().Max.y - 30);
    window_.press();
    EXPECT_TRUE(window_.state.opening.open);
    window_.release();
    EXPECT_EQ(window_.requests.open_here, "/somewhere/class.toml");
    EXPECT_FALSE(window_.state.opening.open);
}

TEST_F(OpenListTest, APathIsTypedIntoTheField) {
    window_.click(dialog().GetCenter().x, dialog().Min.y + 63);
    ASSERT_TRUE(window_.state.opening.open);
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    window_.type("other.toml");
    EXPECT_EQ(window_.state.opening.typed, "other.toml");
}

TEST_F(OpenListTest, APressBesideItClosesIt) {
    window_.click(dialog().Min.x - 40, dialog().Min.y + 20);
    EXPECT_FALSE(window_.state.opening.open);
    EXPECT_TRUE(window_.requests.open_here.empty());
}

}  // namespace
}  // namespace thalweg

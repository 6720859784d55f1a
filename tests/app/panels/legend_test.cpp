#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

TEST(Legend, StandsAtTheRightOfTheSurfaceWhoseHeightAxisIsAtTheLeft) {
    Window window;
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
        window.set_scale(scale);
        window.frame();
        const Area surface = window.frame().surface;
        const ImGuiWindow* const legend = ImGui::FindWindowByName("legend");
        ASSERT_TRUE(legend != nullptr && surface.width > 0);
        EXPECT_GT(legend->Rect().Min.x, surface.x + surface.width / 2) << scale;
        EXPECT_LT(legend->Rect().Max.x, surface.x + surface.width) << scale;
    }
}

}  // namespace
}  // namespace thalweg::testing

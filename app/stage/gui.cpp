#include "app/stage/gui.h"

#include <imgui/backends/imgui_impl_opengl3.h>

#include <utility>

#include "app/panels/imgui_versions.h"
#include "app/panels/theme.h"

namespace thalweg {

Gui::Gui(LoadedFonts fonts) : fonts_(std::move(fonts)) {
    IMGUI_CHECKVERSION();
    if (fonts_.atlas == nullptr) fonts_.atlas = std::make_shared<ImFontAtlas>();
    ImGui::CreateContext(fonts_.atlas.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

Gui::~Gui() {
    ImGui_ImplOpenGL3_Shutdown();
    // A frame that an error has ended leaves it locked, and the context unlocks only what is its own.
    fonts_.atlas->Locked = false;
    ImGui::DestroyContext();
}

/// Its buffers are made but once: the renderer goes on to believe that they are as large as they were. With them it
/// makes a texture of the type, which is here given another.
void Gui::make_renderer() {
    ImFontAtlas another;
    ImGui::GetIO().Fonts = &another;
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui::GetIO().Fonts = fonts_.atlas.get();
}

bool Gui::set_look(Theme theme, float scale) {
    apply_theme(theme, scale);
    if (scale == scale_) return false;
    const bool first = scale_ == 0.0F;
    scale_ = scale;
    if (fonts_.scale != scale) {
        LoadedFonts loaded = load_fonts(scale);
        ImGui::GetIO().Fonts = loaded.atlas.get();
        fonts_ = std::move(loaded);
    }
    if (first) make_renderer();
    type_.upload(*fonts_.atlas);
    return true;
}

void Gui::begin_frame(int width, int height) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {1.0F, 1.0F};
    const bool no_clock = io.BackendPlatformUserData == nullptr;
    if (no_clock) io.DeltaTime = 1.0F / 60.0F;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

ImDrawData& Gui::end_frame() {
    ImGui::Render();
    return *ImGui::GetDrawData();
}

void Gui::begin_alone(ImDrawList& list, const PicturePart& part) {
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRect({static_cast<float>(part.left), static_cast<float>(part.top)},
                      {static_cast<float>(part.right()), static_cast<float>(part.bottom())});
}

void Gui::end_alone(ImDrawList& list, const PicturePart& part) {
    ImDrawList* lists[] = {&list};
    ImDrawData data;
    data.Valid = true;
    data.DisplayPos = {static_cast<float>(part.left), static_cast<float>(part.top)};
    data.DisplaySize = {static_cast<float>(part.width), static_cast<float>(part.height)};
    data.FramebufferScale = {1.0F, 1.0F};
    set_only_list(data, lists);
    data.TotalVtxCount = list.VtxBuffer.Size;
    data.TotalIdxCount = list.IdxBuffer.Size;
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace thalweg

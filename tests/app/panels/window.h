#pragma once

#include <imgui.h>

#include <functional>
#include <string>
#include <utility>

#include "app/panels/fonts.h"
#include "app/panels/interface.h"
#include "app/panels/theme.h"

namespace thalweg::testing {

/// The interface in a window that nobody sees: ImGui without a renderer, a pointer moved by the test.
class Window {
  public:
    explicit Window(float width = 1280, float height = 720, float scale = 1)
        : fonts_{.atlas = std::make_shared<ImFontAtlas>()}, width_(width), height_(height) {
        ImGui::CreateContext(fonts_.atlas.get());
        // As the window's renderer, which draws lists of more than 65,536 vertices.
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        ImGui::GetIO().IniFilename = nullptr;
        set_scale(scale);
        const auto read = load_catalogue(THALWEG_ASSETS "/landscapes.toml");
        if (read) catalogue = *read;
        session = default_session(catalogue);
        scene.update(session, 400, 400);
    }
    ~Window() { ImGui::DestroyContext(); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void set_scale(float scale) {
        scale_ = scale;
        LoadedFonts fonts = load_fonts(scale);
        ImGui::GetIO().Fonts = fonts.atlas.get();
        fonts_ = std::move(fonts);
        unsigned char* pixels = nullptr;
        int columns = 0, rows = 0;
        ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &columns, &rows);
    }
    void set_size(float width, float height) {
        width_ = width;
        height_ = height;
    }

    /// One frame with the pointer where it is. Requests hold what that frame asked for.
    ViewAreas frame() {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width_, height_};
        io.DeltaTime = 1.0F / 60.0F;
        apply_theme(session.display.theme, scale_);
        requests = {};
        ImGui::NewFrame();
        const InterfaceInputs inputs{.scene = scene,
                                     .catalogue = catalogue,
                                     .width = width_,
                                     .height = height_,
                                     .scale = scale_,
                                     .thumbnail = [](const LandscapeChoice&) { return 1U; },
                                     .can_undo = true,
                                     .can_redo = true,
                                     .draw_lens = draw_lens};
        const ViewAreas areas = draw_interface(session, state, requests, inputs);
        ImGui::Render();
        scene.update(session, 400, 400);
        return areas;
    }

    void move(float x, float y) {
        ImGui::GetIO().MousePos = {x, y};
        frame();
    }
    void press() {
        ImGui::GetIO().MouseDown[0] = true;
        frame();
    }
    void release() {
        ImGui::GetIO().MouseDown[0] = false;
        frame();
    }
    void click(float x, float y) {
        move(x, y);
        move(x, y);  // a window under the pointer is known a frame later
        press();
        release();
    }
    /// Keeps the button down at the end, so that the test sees the frame in which the gesture goes on.
    void drag(float x0, float y0, float x1, float y1) {
        move(x0, y0);
        move(x0, y0);
        press();
        move((x0 + x1) / 2, (y0 + y1) / 2);
        move(x1, y1);
    }
    void type(const char* text) {
        ImGui::GetIO().AddInputCharactersUTF8(text);
        frame();
    }

    Catalogue catalogue;
    Session session;
    Scene scene;
    InterfaceState state;
    InterfaceRequests requests;
    std::function<void(Panel&)> draw_lens = [](Panel&) {};

  private:
    LoadedFonts fonts_;
    float width_, height_, scale_ = 1;
};

}  // namespace thalweg::testing

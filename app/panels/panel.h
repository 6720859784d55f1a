#pragma once

#include <imgui.h>

#include "app/panels/fonts.h"
#include "app/panels/interface.h"
#include "app/panels/layout.h"
#include "app/panels/theme.h"

namespace thalweg {

/// What every panel draws with: the documents to edit, what to draw from, and the look.
struct Panel {
    Session& session;
    InterfaceState& state;
    InterfaceRequests& requests;
    const InterfaceInputs& inputs;
    const Scene& scene;
    const ThemeColors& colors;
    Fonts fonts;
    Layout layout;

    /// Pixels of a length in design pixels.
    float px(float design) const { return design * inputs.scale; }

    /// Keeps the edit of the item just drawn one undo entry as long as the item is held.
    void note_gesture() {
        if (ImGui::IsItemActive()) requests.gesture = true;
    }
};

/// A part of the window that shows one panel; ends with the scope. False when there is no room at all.
class PanelWindow {
  public:
    enum class Ground { panel, background, none };

    PanelWindow(const Panel& panel, const char* name, const Area& area, Ground ground = Ground::panel,
                ImGuiWindowFlags flags = 0);
    ~PanelWindow();
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;

    explicit operator bool() const { return shown_; }

  private:
    bool begun_ = false, shown_ = false;
};

// Each of these draws one panel into its area of the layout, or nothing when that is empty.
void draw_top_bar(Panel& panel);
void draw_parameters(Panel& panel);
void draw_thumbnails(Panel& panel);
void draw_playback(Panel& panel);
void draw_chart(Panel& panel);
void draw_dock(Panel& panel);
void draw_side_tables(Panel& panel);
void draw_divider(Panel& panel);
void draw_settings(Panel& panel);
/// What can be taken elsewhere, with the options of each kind of file.
void draw_export_dialog(Panel& panel);
/// The files that can be opened again, and a field for others.
void draw_open_list(Panel& panel);
/// What a file of numbers holds, and what of it is to be opened.
void draw_import_dialog(Panel& panel);
/// A bar over the views that asks whether to go on with what a crashed window has left behind.
void draw_left_behind(Panel& panel);
void draw_help(Panel& panel);
void draw_toast(Panel& panel);
void draw_projector(Panel& panel);
/// Everything that can be done, in a list to search by name.
void draw_command_palette(Panel& panel);
/// Laser pointer, caption line, the word that tells of frozen views, and the hint beside the pointer.
void draw_presenter(Panel& panel);

// Parts of panels, drawn at ImGui's cursor.
void draw_starts(Panel& panel);
void draw_optimizers(Panel& panel);
void draw_inspector(Panel& panel);
/// The optimizers' markers and names: over the corner of the first view, or as a row along the projector's upper edge.
void draw_legend(const Panel& panel);
void draw_legend_row(const Panel& panel);
/// The line of playback with its knob; sizes in pixels.
void draw_scrubber(Panel& panel, float width, float height, float thickness);

}  // namespace thalweg

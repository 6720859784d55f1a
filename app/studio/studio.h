#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "app/document/history.h"
#include "app/document/session.h"
#include "app/gl/context.h"
#include "app/panels/interface.h"
#include "app/scene/scene.h"
#include "app/stage/stage.h"
#include "app/studio/chores.h"
#include "app/studio/events.h"
#include "app/studio/exporter.h"
#include "app/studio/flight.h"
#include "app/studio/gesture_controller.h"
#include "app/studio/importer.h"
#include "app/studio/memory.h"
#include "app/studio/pace.h"
#include "app/studio/window.h"

namespace thalweg {

/// What the window opens with.
struct Opening {
    Catalogue catalogue;
    Session session;
    std::filesystem::path home;  ///< where saving puts the session; empty: under a new name
    ImportDialog importing;
    bool playing = false;
    std::vector<std::filesystem::path> opened;  ///< files
    std::string message;
};

/// The interactive program. One frame: events edit the session, panels edit it, the scene follows, everything is drawn.
class Studio {
  public:
    Studio(gl::WindowContext context, LoadedFonts fonts, Opening opening);

    /// Until the window is closed. An idle window draws nothing.
    void run();

    /// Takes in what has happened since the last one, and draws.
    void frame();

  private:
    Doings doings() const;
    void apply_events(InterfaceRequests& requests);
    void apply(const Event& event, InterfaceRequests& requests);
    /// What is typed after the palette was asked for belongs to its field, which has the keyboard some frames later.
    bool must_wait_for_palette(const Event& event) const;
    GestureController::Place place();
    /// What can be done with what is under the pointer: if it is something to take hold of, and in any case.
    std::string hint_of_handle() const;
    std::string hint_here() const;
    void update_hint();
    void fulfil(const InterfaceRequests& requests);
    void open(const std::vector<std::filesystem::path>& files);
    void go_on_with(KeptSession kept);
    /// As a document does that was just opened.
    void stand_still();
    void show_toast(const std::string& message, const std::filesystem::path& file = {});
    void report(const Written& written);
    /// Onto the clipboard.
    void copy(const std::expected<std::string, std::string>& command);
    void update_title();
    /// Once, to whoever started the program from a terminal.
    void complain_of_errors();
    /// Once, what there is to say of the landscape that is shown all the same.
    void pass_on_note();

    // In the order in which they need each other.
    gl::WindowContext context_;
    Stage stage_;
    Window window_;

    Catalogue catalogue_;
    Session session_;
    Scene scene_;
    History history_;
    InterfaceState state_;
    GestureController gestures_;
    Flight flight_;
    Exporter exporter_;
    Importer importer_;
    StageLayout layout_;
    std::filesystem::path home_;  ///< where saving puts the session; empty: under a new name
    std::string title_;
    Memory memory_;

    std::vector<Event> events_;     ///< not yet applied
    bool nudging_ = false;          ///< an arrow key is held: its nudges are one edit
    double pointer_rests_;          ///< since when, seconds
    bool first_ = true;             ///< whoever waits for the window is shown it soon, and finely a frame later
    bool moved_ = false;            ///< the last frame was drawn for speed
    bool pulling_ = false;          ///< the pointer holds a slider or the like of a panel
    bool complained_ = false;       ///< of OpenGL's errors
    std::string panel_hint_;        ///< what a panel says of the thing under the pointer
    bool tells_of_handle_ = false;  ///< the hint that is shown does
    std::string note_;              ///< of the landscape, as it was passed on
    int settling_;                  ///< frames until the interface stands still
    double frame_began_;            ///< when, seconds
};

}  // namespace thalweg

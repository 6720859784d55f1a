#include "app/studio/studio.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "app/document/resources.h"
#include "app/export/command.h"
#include "app/gl/errors.h"
#include "app/panels/transport.h"
#include "app/platform/desktop.h"
#include "app/platform/program_file.h"
#include "app/platform/state_folder.h"
#include "app/scene/curve.h"
#include "app/studio/hint.h"
#include "app/studio/key_turns.h"
#include "app/studio/keys.h"
#include "app/studio/opening.h"
#include "app/view/gestures.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// Frames after an event until the interface stands still.
constexpr int frames_to_settle = 3;
constexpr double toast_seconds = 6;
constexpr ImGuiPopupFlags any_popup = ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel;
/// A clock that ran on while the machine slept must not make playback jump.
constexpr double longest_frame_seconds = 0.1;

double now() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

/// The views as they are in the window now, as a picture.
ExportOrder views_order(const StageLayout& layout, ViewLayout shown) {
    const ViewAreas& areas = layout.areas;
    const bool curve = areas.curve.width > 0;
    const float width = curve ? areas.curve.width : areas.surface.width + areas.contour.width;
    const float height = std::max({areas.curve.height, areas.surface.height, areas.contour.height});
    const float scale = std::max({layout.surface.scale, layout.contour.scale, layout.curve.scale});
    ExportOrder order;
    order.picture.view = shown;
    order.picture.measure = {.width = static_cast<int>(width),
                             .height = static_cast<int>(height),
                             // In the shortest decimals that are the same float.
                             .scale = std::strtod(fmt::format("{}", scale).c_str(), nullptr)};
    return order;
}

}  // namespace

Studio::Studio(gl::WindowContext context, LoadedFonts fonts, Opening opening)
    : context_(std::move(context)),
      stage_(resource_folder(), std::move(fonts)),
      window_(context_.window()),
      catalogue_(std::move(opening.catalogue)),
      session_(std::move(opening.session)),
      exporter_(program_file()),
      home_(std::move(opening.home)),
      memory_(state_folder(), {session_, home_}, Window::wake),
      pointer_rests_(now()),
      settling_(frames_to_settle),
      frame_began_(now()) {
    state_.playing = opening.playing;
    stage_.morph_landscapes();
    state_.importing = std::move(opening.importing);
    memory_.show(state_.opening, catalogue_);
    for (const fs::path& file : opening.opened) memory_.remember(file, state_.opening);
    if (!opening.message.empty()) show_toast(opening.message);
}

void Studio::run() {
    while (!window_.closing()) {
        const Doings busy = doings();
        window_.wait(events_.empty() ? seconds_to_sleep(busy, now() - frame_began_) : 0);
        for (Event& event : window_.take_events()) events_.push_back(std::move(event));
        if (const auto complaint = memory_.complaint()) show_toast(*complaint);
        const bool toast_over = !state_.toast.empty() && doings().toast_ends <= 0;
        const bool hint_comes = busy.hint_due > 0 && doings().hint_due <= 0;
        if (events_.empty() && !toast_over && !hint_comes &&
            !draws_unasked(busy, scene_.news() || importer_.news() || exporter_.news()))
            continue;
        if (!events_.empty() || importer_.news()) settling_ = frames_to_settle;
        if (window_.width() > 0 && window_.height() > 0)
            frame();
        else
            events_.clear();
    }
    memory_.end_well();
}

Doings Studio::doings() const {
    // Dear ImGui's clock stands still between frames.
    const double interface_time = ImGui::GetTime() + now() - frame_began_;
    const bool hint_is_due = state_.hint.empty() && !hint_here().empty();
    return {.animating = state_.playing || flight_.going_on() || state_.presenter.trail.size() > 1,
            .unsettled = settling_ > 0 || !stage_.settled() || moved_,
            .background = scene_.busy() || importer_.busy() || exporter_.busy(),
            .toast_ends = state_.toast.empty() ? 0 : state_.toast_until - interface_time,
            .hint_due = hint_is_due ? pointer_rests_ + hint_seconds - now() : 0};
}

void Studio::frame() {
    const double began = now();
    const double seconds = std::min(began - std::exchange(frame_began_, began), longest_frame_seconds);
    settling_ = std::max(0, settling_ - 1);
    const Session before = session_;
    InterfaceRequests requests;

    window_.begin_frame();
    if (ImGui::GetTime() >= state_.toast_until) state_.toast.clear();
    apply_events(requests);
    gestures_.look_again(place());
    update_hint();
    if (const auto written = exporter_.go_on(state_.exporting)) report(*written);
    importer_.go_on(state_.importing);
    if (state_.playing) advance(session_, state_, scene_, seconds);
    flight_.move(session_.display, began);
    moved_ = gestures_.holding() || pulling_ || flight_.going_on() || std::exchange(first_, false);
    layout_ = stage_.draw_window(session_, scene_, catalogue_, state_, requests, gestures_.pointer(session_, state_),
                                 window_.width(), window_.height(), window_.scale(), moved_, history_.can_undo(),
                                 history_.can_redo());
    if (requests.screenshot) report(save_window_picture(session_, window_.width(), window_.height()));
    window_.show_frame();
    panel_hint_ = std::move(requests.hint);
    complain_of_errors();
    pass_on_note();

    pulling_ = requests.gesture && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    const bool gesture = gestures_.holding() || requests.gesture || nudging_;
    history_.record(before, session_, gesture);
    fulfil(requests);
    memory_.follow({session_, home_}, gesture || flight_.going_on(), state_.playing);
    window_.set_full_screen(session_.display.projector);
    update_title();
}

std::string Studio::hint_of_handle() const {
    if (gestures_.holding()) return {};
    return panel_hint_.empty() ? hint(gestures_.pointer(session_, state_), session_) : panel_hint_;
}

std::string Studio::hint_here() const {
    // Who points with the laser or looks through the magnifier takes hold of nothing.
    const bool presenting = state_.presenter.laser || state_.presenter.magnifier;
    if (gestures_.holding() || presenting) return {};
    std::string of_handle = hint_of_handle();
    // Before a room everybody would read what only the hand needs; and who types or reads has no eye for it.
    const bool elsewhere = ImGui::GetIO().WantTextInput || state_.palette.open || state_.show_help;
    if (!of_handle.empty() || session_.display.projector || elsewhere) return of_handle;
    return hint(gestures_.ground(state_));
}

void Studio::update_hint() {
    if (now() - pointer_rests_ < hint_seconds) return state_.hint.clear();
    const std::string of_handle = hint_of_handle();
    if (!state_.hint.empty()) {
        // Without the pointer a handle can leave it, or come to it.
        const bool holds = tells_of_handle_ ? state_.hint == of_handle : of_handle.empty();
        if (!holds) state_.hint.clear();
        return;
    }
    state_.hint = hint_here();
    tells_of_handle_ = !of_handle.empty();
    if (!state_.hint.empty() && !tells_of_handle_) gestures_.note_told();
}

bool Studio::must_wait_for_palette(const Event& event) const {
    const bool of_keyboard = std::holds_alternative<KeyPressed>(event) || std::holds_alternative<KeyReleased>(event) ||
                             std::holds_alternative<CharacterTyped>(event);
    return of_keyboard && state_.palette.open && !ImGui::GetIO().WantTextInput;
}

void Studio::apply_events(InterfaceRequests& requests) {
    // Whether a press lies on a panel is known only to a frame that has seen the pointer there: what follows a move
    // waits.
    bool pointer_moved = false;
    KeyTurns keys;
    std::size_t applied = 0;
    for (; applied < events_.size(); ++applied) {
        const Event& event = events_[applied];
        const bool acts = std::holds_alternative<ButtonPressed>(event) || std::holds_alternative<WheelTurned>(event);
        if ((acts && pointer_moved) || must_wait_for_palette(event) || keys.must_wait(event)) break;
        pointer_moved |= std::holds_alternative<PointerMoved>(event);
        window_.pass_on(event);
        apply(event, requests);
    }
    events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(applied));
}

GestureController::Place Studio::place() {
    return {layout_, scene_, session_, state_, ImGui::GetIO().WantCaptureMouse || state_.presenter.frozen};
}

void Studio::apply(const Event& event, InterfaceRequests& requests) {
    const ImGuiIO& io = ImGui::GetIO();
    const GestureController::Place place = this->place();
    const ActionTargets targets{session_, state_, requests, scene_, catalogue_};
    const bool typing = io.WantTextInput || state_.palette.open;
    if (!std::holds_alternative<WindowChanged>(event)) pointer_rests_ = now();
    std::visit(
        [&]<class E>(const E& what) {
            if constexpr (std::is_same_v<E, ButtonPressed>) state_.keys.shown = false;
            if constexpr (requires { gestures_.handle(what, place); }) {
                if constexpr (!std::is_same_v<E, PointerMoved> && !std::is_same_v<E, PointerLeft>) flight_.cancel();
                gestures_.handle(what, place);
            } else if constexpr (std::is_same_v<E, KeyPressed>) {
                nudging_ |= is_nudge(what) && !typing;
                const bool of_popup = closes_popup(what) && ImGui::IsPopupOpen(nullptr, any_popup);
                if (!of_popup && (typing || !handle(what, state_.keys))) handle(what, targets, typing);
            } else if constexpr (std::is_same_v<E, KeyReleased>) {
                nudging_ = false;
                handle(what, targets);
            } else if constexpr (std::is_same_v<E, CharacterTyped>) {
                handle(what, targets, typing);
            } else if constexpr (std::is_same_v<E, FilesDropped>) {
                open(what.files);
            }
        },
        event);
}

void Studio::fulfil(const InterfaceRequests& requests) {
    if (requests.undo || requests.redo) {
        const std::string before = session_.landscape.id;
        session_ = requests.undo ? history_.undo(session_) : history_.redo(session_);
        if (session_.landscape.id != before) state_.group.clear();  // the panels find its own
    }
    if (requests.look_at || requests.fit) {
        Session goal = session_;
        if (requests.fit) fit_views(goal);
        if (requests.look_at) look_at(goal, scene_, requests.look_x, requests.look_y);
        flight_.begin(session_.display, goal.display, now());
    }
    if (requests.begin_export) exporter_.begin(state_.exporting, session_, is_curve(scene_.landscape()));
    if (requests.stop_export) exporter_.stop();
    if (requests.copy_export_command) copy(command_line(session_, state_.exporting.order, state_.exporting.file));
    if (requests.copy_views_command)
        copy(command_line(session_, views_order(layout_, session_.display.layout), "picture.png"));
    if (!requests.export_steps_to.empty()) report(save_steps(scene_, state_, requests.export_steps_to));
    if (requests.save) {
        const Written written = save_session_as(session_, home_);
        if (written) {
            home_ = *written;
            memory_.remember(home_, state_.opening);
        }
        report(written);
    }
    if (requests.import_now) {
        const std::string message = importer_.take(state_.importing, session_, scene_);
        if (!message.empty()) {
            show_toast(message);
            state_.group.clear();
            stand_still();
        }
    }
    if (!requests.open_here.empty()) open({requests.open_here});
    if (requests.go_on) {
        if (auto kept = memory_.go_on(state_.opening)) go_on_with(*std::move(kept));
    }
    if (!requests.message.empty()) show_toast(requests.message);
    if (requests.start_afresh) memory_.start_afresh(state_.opening);
    if (!requests.open_file.empty()) open_with_desktop(requests.open_file);
    if (requests.quit) window_.close();
}

void Studio::open(const std::vector<fs::path>& files) {
    const Arrival arrival = open_files(files, {session_, home_, state_.importing});
    show_toast(arrival.message);
    if (!arrival.changed) return;
    for (const fs::path& file : arrival.opened) memory_.remember(file, state_.opening);
    state_.group.clear();  // the panels find its own
    stand_still();
}

void Studio::stand_still() {
    state_.playing = false;
    state_.selected_start = state_.selected_optimizer = 0;
}

void Studio::go_on_with(KeptSession kept) {
    const Session before = std::exchange(session_, std::move(kept.session));
    history_.record(before, session_, false);
    home_ = std::move(kept.home);
    state_.group.clear();
    stand_still();
}

void Studio::show_toast(const std::string& message, const fs::path& file) {
    state_.toast = message;
    state_.toast_file = file.string();
    state_.toast_until = ImGui::GetTime() + toast_seconds;
    settling_ = frames_to_settle;
}

void Studio::report(const Written& written) {
    if (written)
        show_toast(fmt::format("Saved {}", written->string()), *written);
    else
        show_toast(written.error());
}

void Studio::copy(const std::expected<std::string, std::string>& command) {
    if (command) ImGui::SetClipboardText(command->c_str());
    show_toast(command ? "The command that makes this picture is on the clipboard" : command.error());
}

void Studio::update_title() {
    const LandscapeEntry* entry = catalogue_.find(session_.landscape.id);
    const std::string title =
        fmt::format("{} – Thalweg", entry != nullptr ? entry->name : landscape_words(session_.landscape));
    if (title != title_) window_.set_title(title_ = title);
}

void Studio::complain_of_errors() {
    const std::string errors = gl::take_errors();
    if (errors.empty() || std::exchange(complained_, true)) return;
    fmt::print(stderr, "thalweg: OpenGL notes {} while the window is drawn; the picture may be wrong\n", errors);
}

void Studio::pass_on_note() {
    if (note_ == scene_.landscape().note) return;
    note_ = scene_.landscape().note;
    if (!note_.empty()) show_toast(note_);
}

}  // namespace thalweg

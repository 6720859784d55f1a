#include "app/cli/frame_bench.h"

#include <glad/gl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <numbers>
#include <optional>
#include <utility>

#include "app/document/resources.h"
#include "app/export/picture.h"
#include "app/gl/context.h"
#include "app/studio/gesture_controller.h"
#include "app/view/contour_view.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

/// Before anything is timed: shaders are compiled at their first use, meshes for moving pictures made.
constexpr int untimed_frames = 10;
/// The interface's windows take their sizes from the frame before.
constexpr int frames_to_settle = 3;

double milliseconds() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// Times frames whole, or split among their parts. Parts end when their pixels are finished: to wait for them keeps the
/// program and a software rasterizer from working side by side, so that split frames take longer than they do in the
/// window.
class Stopwatch {
  public:
    enum class Frame { whole, split };

    void start(Frame frame) {
        frame_ = frame;
        began_ = last_ = milliseconds();
        parts_.fill(0);
    }
    void lap(StagePart part) {
        if (frame_ == Frame::whole) return;
        glFinish();
        const double now = milliseconds();
        parts_[static_cast<std::size_t>(part)] += now - last_;
        last_ = now;
    }
    /// The frame has been drawn.
    void stop() {
        glFinish();
        last_ = milliseconds();
    }
    void keep(FrameTimes& times) const {
        if (frame_ == Frame::whole)
            times.frames.push_back(last_ - began_);
        else
            for (std::size_t part = 0; part < parts_.size(); ++part) times.parts[part].push_back(parts_[part]);
    }

  private:
    Frame frame_ = Frame::whole;
    double began_ = 0, last_ = 0;
    std::array<double, stage_part_names.size()> parts_ = {};
};

/// A window without a window: pointer events in, pictures into the bound framebuffer.
class Rehearsal {
  public:
    Rehearsal(const BenchOrder& order, const Catalogue& catalogue)
        : order_(order), catalogue_(catalogue), session_(order.session), stage_(resource_folder()) {
        stage_.watch_parts([this](StagePart part) { watch_.lap(part); });
    }

    FrameTimes play(BenchScript script);

  private:
    void settle();
    void draw();
    template <class E>
    void act(const E& event);
    void move_pointer(int frame);
    void grab_start(bool in_surface);

    const BenchOrder& order_;
    const Catalogue& catalogue_;
    Session session_;
    Stage stage_;
    Scene scene_;
    InterfaceState state_;
    StageLayout layout_;
    GestureController gestures_;
    Stopwatch watch_;
    PixelPoint grip_ = {};  ///< where the pointer took hold, pixels of the window
};

void Rehearsal::draw() {
    InterfaceRequests requests;
    layout_ = stage_.draw_window(session_, scene_, catalogue_, state_, requests, gestures_.pointer(session_, state_),
                                 order_.width, order_.height, 1.0F, gestures_.holding(), false, false);
}

void Rehearsal::settle() {
    for (int frame = 0; frame < frames_to_settle || !stage_.settled(); ++frame) {
        draw();
        scene_.finish();
    }
}

template <class E>
void Rehearsal::act(const E& event) {
    gestures_.handle(event, {.layout = layout_, .scene = scene_, .session = session_, .state = state_});
}

void Rehearsal::grab_start(bool in_surface) {
    act(ButtonReleased{});
    const Start& start = session_.starts.front();
    const Area& area = in_surface ? layout_.areas.surface : layout_.areas.contour;
    const auto pixel = in_surface ? SurfaceView::project(session_, scene_, layout_.surface, start.x, start.y)
                                  : ContourView::project(session_, layout_.contour, start.x, start.y);
    const PixelPoint place = pixel.value_or(PixelPoint{area.width / 2.0, area.height / 2.0});
    grip_ = {area.x + place.x, area.y + place.y};
    act(PointerMoved{grip_.x, grip_.y});
    act(ButtonPressed{});
}

/// Round about where the pointer took hold, a full turn in a hundred frames.
void Rehearsal::move_pointer(int frame) {
    const double turn = 2 * std::numbers::pi * frame / 100;
    const double reach = 0.08 * std::min(order_.width, order_.height);
    act(PointerMoved{grip_.x + reach * std::sin(turn), grip_.y + 0.5 * reach * (1 - std::cos(turn))});
}

FrameTimes Rehearsal::play(BenchScript script) {
    FrameTimes times{.renderer = gl::renderer_name(), .frames = {}, .parts = {}, .turning = {}};
    settle();
    const Area& surface = layout_.areas.surface;
    if (script == BenchScript::drag) {
        grab_start(true);
    } else {
        // The upper left corner of the surface view is free of points.
        grip_ = {surface.x + 0.05 * surface.width, surface.y + 0.05 * surface.height};
        act(PointerMoved{grip_.x, grip_.y});
        act(ButtonPressed{});
    }
    // Every second frame is split.
    const int all = untimed_frames + 2 * order_.frames;
    for (int frame = 0; frame < all; ++frame) {
        if (script == BenchScript::drag && frame == untimed_frames + order_.frames) {
            grab_start(false);
            draw();
        }
        watch_.start(frame % 2 == 0 ? Stopwatch::Frame::whole : Stopwatch::Frame::split);
        move_pointer(frame);
        draw();
        watch_.stop();
        if (frame >= untimed_frames) watch_.keep(times);
    }
    return times;
}

}  // namespace

std::expected<FrameTimes, std::string> time_frames(const BenchOrder& order, const Catalogue& catalogue) {
    const auto context = gl::OffscreenContext::create();
    if (!context) return std::unexpected(context.error());
    FrameTimes times;
    const auto picture = paint_picture(order.width, order.height, [&] {
        std::vector<double> turning;
        if (order.script == BenchScript::drag) turning = Rehearsal(order, catalogue).play(BenchScript::orbit).frames;
        times = Rehearsal(order, catalogue).play(order.script);
        times.turning = std::move(turning);
    });
    if (!picture) return std::unexpected(picture.error());
    return times;
}

double quantile(std::vector<double> times, double share) {
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(times.size()))) - 1;
    const auto place = times.begin() + std::clamp<std::ptrdiff_t>(rank, 0, std::ssize(times) - 1);
    std::ranges::nth_element(times, place);
    return *place;
}

}  // namespace thalweg

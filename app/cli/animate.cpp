#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <memory>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/cli/setting_options.h"
#include "app/export/film.h"
#include "app/export/picture.h"

namespace thalweg {
namespace {

/// How a run becomes a film.
struct FilmOptions {
    ViewLayout view = ViewLayout::both;
    double scale = 1, seconds = 8, hold = 1.5;
    int fps = 30;

    void describe(auto&& visit) {
        visit(view, {.name = "view", .help = "the views shown", .choices = "both|surface|contour"});
        visit(scale,
              {.name = "scale", .help = "size of type and lines", .minimum = 0.25, .maximum = 8, .strict = true});
        visit(seconds, {.name = "seconds",
                        .help = "how long the run takes",
                        .minimum = 0.1,
                        .maximum = 600,
                        .strict = true,
                        .unit = "s"});
        visit(hold, {.name = "hold", .help = "how long its end stays", .maximum = 60, .strict = true, .unit = "s"});
        visit(fps, {.name = "fps", .help = "frames a second", .minimum = 1, .maximum = 60, .strict = true});
    }
};

struct AnimateOptions {
    SceneOptions scene;
    GivenSettings settings;
    std::string size = "1280x720", output;
};

volatile std::sig_atomic_t interrupted = 0;

/// Ctrl C gives the film up, and what there is of it goes.
class StopOnSignals {
  public:
    StopOnSignals() : interrupt_(std::signal(SIGINT, note)), terminate_(std::signal(SIGTERM, note)) {}
    ~StopOnSignals() {
        std::signal(SIGINT, interrupt_);
        std::signal(SIGTERM, terminate_);
    }
    StopOnSignals(const StopOnSignals&) = delete;
    StopOnSignals& operator=(const StopOnSignals&) = delete;

  private:
    static void note(int) { interrupted = 1; }
    void (*interrupt_)(int);
    void (*terminate_)(int);
};

void show_progress(int frame, int frames) {
    if (isatty(STDERR_FILENO) == 0) return;
    fmt::print(stderr, "\r{} of {} frames{}", frame, frames, frame == frames ? "\n" : "");
    std::fflush(stderr);
}

/// The step at each frame: evenly from the start to the end of the run, which stays for a while.
std::vector<double> steps_of(const FilmOptions& film, double last) {
    const int running = std::max(2, static_cast<int>(std::lround(film.seconds * film.fps)));
    std::vector<double> steps;
    for (int frame = 0; frame < running; ++frame) steps.push_back(last * frame / (running - 1));
    steps.insert(steps.end(), static_cast<std::size_t>(std::lround(film.hold * film.fps)), last);
    return steps;
}

Outcome animate(const AnimateOptions& options) {
    auto session = read_scene(options.scene);
    if (!session) return std::unexpected(session.error());
    FilmOptions film;
    if (Outcome done = take_settings(options.settings, fields(film)); !done) return done;
    const auto size = parse_size(options.size);
    if (!size) return std::unexpected(size.error());
    if (session->starts.empty())
        return std::unexpected("there is no run to film: give a --start, or a --session that has one");
    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());

    const StopOnSignals stop_on_signals;
    auto writer = make_film(options.output, size->width, size->height, film.fps);
    if (!writer) return std::unexpected(writer.error());
    const std::vector<double> steps = steps_of(film, session->playback.step);
    const int frames = static_cast<int>(steps.size());
    std::expected<Picture, std::string> picture;
    for (int frame = 0; frame < frames; ++frame) {
        const double step = steps[static_cast<std::size_t>(frame)];
        if (interrupted != 0) return std::unexpected(fmt::format("given up; {} was not written", options.output));
        // The end stays as it is.
        if (frame == 0 || step != session->playback.step || !picture) {
            session->playback.step = step;
            picture = maker->views(*session, film.view, size->width, size->height, static_cast<float>(film.scale));
        }
        if (!picture) return std::unexpected(picture.error());
        if (const std::string error = (*writer)->add(*picture); !error.empty()) return std::unexpected(error);
        show_progress(frame + 1, frames);
    }
    if (const std::string error = (*writer)->finish(); !error.empty()) return std::unexpected(error);
    return {};
}

}  // namespace

void add_animate(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<AnimateOptions>();
    CLI::App* command = program.add_subcommand("animate", "a film of descent, from the start to the step --at");
    add_scene_options(*command, options->scene);
    FilmOptions film;
    add_setting_options(*command, fields(film), options->settings);
    command->add_option("--size", options->size, "in pixels; 1280x720 if not given")->type_name("WxH");
    command
        ->add_option("-o,--output", options->output,
                     "an .mp4, .gif or .webp file (made by ffmpeg; replaced if it is there), or a new folder for "
                     "frames as PNG files")
        ->type_name("film.mp4|gif|webp|FOLDER")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return animate(*options); }; });
}

}  // namespace thalweg

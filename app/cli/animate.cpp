#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/long_work.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/cli/setting_options.h"
#include "app/document/export_order.h"
#include "app/export/film.h"
#include "app/export/picture.h"

namespace thalweg {
namespace {

struct AnimateOptions {
    SceneOptions scene;
    GivenSettings settings;
    std::string size = "1280x720", output;
    bool progress_lines = false;
};

/// The step at each frame: evenly from the start to the end of the run, which stays for a while.
std::vector<double> steps_of(const FilmOptions& film, double last) {
    const int running = std::max(2, static_cast<int>(std::lround(film.seconds * film.fps)));
    std::vector<double> steps;
    steps.reserve(static_cast<std::size_t>(running));
    for (int frame = 0; frame < running; ++frame) steps.push_back(last * frame / (running - 1));
    steps.insert(steps.end(), static_cast<std::size_t>(std::lround(film.hold * film.fps)), last);
    return steps;
}

Outcome animate(const AnimateOptions& options) {
    LongWork work(options.progress_lines);
    auto chosen = read_scene(options.scene);
    if (!chosen) return std::unexpected(chosen.error());
    Session session = drawn_for_file(chosen->session, ExportTheme::as_shown);
    FilmOptions film;
    if (Outcome done = take_settings(options.settings, fields(film)); !done) return done;
    const auto size = parse_size(options.size);
    if (!size) return std::unexpected(size.error());
    if (session.starts.empty() && session.study.lens != LensKind::cloud)
        return std::unexpected("there is no run to film: give a --start, or a --session that has one");
    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());
    maker->offer(std::move(chosen->loaded));

    auto writer = make_film(options.output, size->width, size->height, film.fps);
    if (!writer) return std::unexpected(writer.error());
    const ViewsPicture views{
        .layout = film.view, .width = size->width, .height = size->height, .scale = static_cast<float>(film.scale)};
    const std::vector<double> steps = steps_of(film, session.playback.step);
    std::expected<Picture, std::string> picture;
    for (std::size_t frame = 0; frame < steps.size(); ++frame) {
        // The end stays as it is.
        if (frame == 0 || steps[frame] != session.playback.step || !picture) {
            session.playback.step = steps[frame];
            picture = maker->views(session, views);
        }
        if (!picture) return std::unexpected(picture.error());
        if (const std::string error = (*writer)->add(*picture); !error.empty()) return std::unexpected(error);
        if (!work.go_on(static_cast<double>(frame + 1) / static_cast<double>(steps.size())))
            return std::unexpected(given_up(options.output));
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
    add_setting_options(*command, only(fields(film), {"view", "scale", "seconds", "hold", "fps"}), options->settings);
    add_progress_option(*command, options->progress_lines);
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

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/long_work.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/cli/setting_options.h"
#include "app/cli/window_picture.h"
#include "app/document/export_order.h"
#include "app/document/write_file.h"
#include "app/export/picture.h"
#include "app/figure/figure.h"

namespace thalweg {
namespace {

struct RenderOptions {
    SceneOptions scene;
    std::optional<std::string> view, size, mm;
    std::string scale = "1";
    GivenSettings settings;
    std::string output;
    bool progress_lines = false;
};

enum class PictureKind { surface, contour, curve, both, window };

constexpr std::array<Choice<PictureKind>, 5> kinds{{{"surface", PictureKind::surface},
                                                    {"contour", PictureKind::contour},
                                                    {"curve", PictureKind::curve},
                                                    {"both", PictureKind::both},
                                                    {"window", PictureKind::window}}};

/// A picture that is asked for, read and checked.
struct Order {
    PictureKind kind = PictureKind::both;
    PictureSize size;
    float scale = 1.0F;
    Background background = Background::shaded;
    Session session;
};

Outcome read_millimetres(const std::string& text, double& width, double& height) {
    const std::size_t cross = text.find('x');
    const auto across = parse_numbers(text.substr(0, cross), "--mm");
    const auto down = parse_numbers(cross == std::string::npos ? "" : text.substr(cross + 1), "--mm");
    const auto fits = [](const auto& side) {
        constexpr double least = 10, most = 1500;
        return side && side->size() == 1 && side->front() >= least && side->front() <= most;
    };
    if (!fits(across) || !fits(down))
        return std::unexpected(
            fmt::format("--mm \"{}\": give a width and a height from 10 to 1500 millimetres, as 160x90", text));
    width = across->front();
    height = down->front();
    return {};
}

/// A size in millimetres, for print.
Outcome read_paper(const RenderOptions& options, Order& order) {
    if (options.size) return std::unexpected("--size and --mm both say how large the picture is: give one of them");
    PictureMeasure measure{.unit = SizeUnit::millimetres};
    if (Outcome done = read_millimetres(*options.mm, measure.width_mm, measure.height_mm); !done) return done;
    if (Outcome done = take_settings(options.settings, fields(measure)); !done) return done;
    const auto pixels = in_pixels(measure);
    if (!pixels) return std::unexpected(pixels.error());
    order.size = {pixels->width, pixels->height};
    order.scale = pixels->scale;
    return {};
}

Outcome read_picture_options(const RenderOptions& options, Order& order) {
    const auto kind = choose<PictureKind>(options.view.value_or("both"), "--view", kinds);
    if (!kind) return std::unexpected(kind.error());
    const bool window = *kind == PictureKind::window;
    const auto size = parse_size(options.size.value_or("1280x720"), window ? drawn_at_once : drawn_in_pieces);
    if (!size) return std::unexpected(size.error());
    constexpr double smallest_scale = 0.25, largest_scale = 8;
    const auto scale = parse_numbers(options.scale, "--scale");
    if (!scale) return std::unexpected(scale.error());
    if (scale->size() != 1 || scale->front() < smallest_scale || scale->front() > largest_scale)
        return std::unexpected(
            fmt::format("--scale \"{}\": give one number from {} to {}", options.scale, smallest_scale, largest_scale));
    if (*kind == PictureKind::curve && !is_curve(order.session.landscape))
        return std::unexpected(
            fmt::format("--view curve shows formulas of one variable, and {} has two: give surface, contour or both",
                        landscape_words(order.session.landscape)));
    order.kind = *kind;
    order.size = *size;
    order.scale = static_cast<float>(scale->front());
    PictureOptions picture;
    if (Outcome done = take_settings(options.settings, only(fields(picture), {"background"})); !done) return done;
    order.background = picture.background;
    if (window && order.background != Background::shaded)
        return std::unexpected("--background is for views, not for the window with its panels: give another --view");
    return options.mm ? read_paper(options, order) : Outcome();
}

/// SVG and PDF: the map alone, or the curve, on paper.
Outcome render_figure(const RenderOptions& options, FigureFormat format) {
    const std::string view = options.view.value_or("contour");
    if (view != "contour" && view != "curve")
        return std::unexpected(fmt::format(
            "SVG and PDF hold the contour map or a curve, not --view {}: give --view contour, or a PNG file's name",
            view));
    if (options.size)
        return std::unexpected("--size is in pixels, which SVG and PDF do not have: give --mm, as 140x120");
    auto chosen = read_scene(options.scene);
    if (!chosen) return std::unexpected(chosen.error());
    FigureOptions figure{.format = format};
    if (options.scene.theme || options.scene.session) figure.theme = ExportTheme::as_shown;
    if (options.mm)
        if (Outcome done = read_millimetres(*options.mm, figure.width_mm, figure.height_mm); !done) return done;
    if (Outcome done = take_settings(options.settings, fields(figure)); !done) return done;
    Scene scene;
    scene.offer(std::move(chosen->loaded));
    const auto bytes = vector_figure(chosen->session, scene, figure);
    if (!bytes) return std::unexpected(bytes.error());
    if (const std::string error = write_file(options.output, *bytes); !error.empty()) return std::unexpected(error);
    return {};
}

ViewLayout layout_of(PictureKind kind) {
    if (kind == PictureKind::surface) return ViewLayout::surface;
    return kind == PictureKind::contour ? ViewLayout::contour : ViewLayout::both;
}

Outcome render(const RenderOptions& options) {
    LongWork work(options.progress_lines);
    const auto ending = std::filesystem::path(options.output).extension();
    if (ending == ".svg") return render_figure(options, FigureFormat::svg);
    if (ending == ".pdf") return render_figure(options, FigureFormat::pdf);
    Order order;
    auto chosen = read_scene(options.scene);
    if (!chosen) return std::unexpected(chosen.error());
    order.session = std::move(chosen->session);
    if (Outcome done = read_picture_options(options, order); !done) return done;

    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());
    maker->offer(std::move(chosen->loaded));
    const std::string error =
        order.kind == PictureKind::window
            ? save_window(*maker, order.session, order.size.width, order.size.height, order.scale, options.output)
            : maker->save_views(drawn_for_file(order.session, ExportTheme::as_shown),
                                {.layout = layout_of(order.kind),
                                 .width = order.size.width,
                                 .height = order.size.height,
                                 .scale = order.scale,
                                 .background = order.background},
                                options.output, [&](double share) { return work.go_on(share); });
    if (!error.empty()) return std::unexpected(error);
    return {};
}

}  // namespace

void add_render(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<RenderOptions>();
    CLI::App* command = program.add_subcommand("render", "a picture of a landscape and of descent on it");
    add_scene_options(*command, options->scene);
    command
        ->add_option("--view", options->view,
                     "surface, contour, curve, both (if not given; of one variable: its curve) or window")
        ->type_name("VIEW");
    command->add_option("--scale", options->scale, "size of type and lines; 1 if not given")->type_name("S");
    command->add_option("--size", options->size, "in pixels, up to 16384x16384; 1280x720 if not given")
        ->type_name("WxH");
    command->add_option("--mm", options->mm, "size on paper in millimetres, with type in points")->type_name("WxH");
    PictureMeasure measure;
    FigureOptions figure;
    add_setting_options(*command, only(fields(measure), {"dpi", "type"}), options->settings);
    PictureOptions picture;
    add_setting_options(*command, only(fields(picture), {"background"}), options->settings);
    add_setting_options(*command, only(fields(figure), {"ground", "legend", "transparent"}), options->settings);
    add_progress_option(*command, options->progress_lines);
    command
        ->add_option("-o,--output", options->output,
                     "a PNG file, or the map as vectors in an SVG or PDF file; replaced if it is there")
        ->type_name("picture.png|svg|pdf")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return render(*options); }; });
}

}  // namespace thalweg

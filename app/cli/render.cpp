#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <tuple>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "app/export/picture.h"
#include "app/panels/study.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

struct RenderOptions {
    LandscapeOptions landscape;
    std::string view = "both", theme = "dark", colormap = "viridis", scale = "1", size = "1280x720", steps = "200";
    std::optional<std::string> at;
    std::vector<std::string> starts, optimizers;
    std::optional<std::string> lens, point, arm;
    std::string output;
};

enum class PictureKind { surface, contour, curve, both, window };

constexpr std::array<Choice<PictureKind>, 5> kinds{{{"surface", PictureKind::surface},
                                                    {"contour", PictureKind::contour},
                                                    {"curve", PictureKind::curve},
                                                    {"both", PictureKind::both},
                                                    {"window", PictureKind::window}}};
constexpr std::array<Choice<Theme>, 2> themes{{{"dark", Theme::dark}, {"light", Theme::light}}};
constexpr std::array<Choice<Colormap>, 4> colormaps{{{"viridis", Colormap::viridis},
                                                     {"cividis", Colormap::cividis},
                                                     {"turbo", Colormap::turbo},
                                                     {"blue_to_red", Colormap::blue_to_red}}};

/// A picture that is asked for, read and checked.
struct Order {
    PictureKind kind = PictureKind::both;
    PictureSize size;
    float scale = 1.0F;
    Session session;
};

/// Of a landscape that could be read.
bool is_curve(const LandscapeChoice& landscape) {
    return Formula::parse(landscape.formula)->variables().size() == 1;
}

// Reading stops at the first mistake: each of these puts one option's meaning into the order.

Outcome read_landscape(const RenderOptions& options, Order& order) {
    auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    const auto surface = chosen->with_coordinates(2, "a surface");
    if (!surface) return std::unexpected(surface.error());
    LandscapeChoice& landscape = order.session.landscape = std::move(chosen->choice);
    if (landscape.id.empty()) {
        constexpr int enough = 128;
        const SurfaceGrid sample = sample_grid(*surface, landscape.domain, enough, enough, Derivatives::without);
        landscape.height_scale = choose_height_scale(sample.values);
    }
    order.session.display.map = landscape.domain;
    return {};
}

Outcome read_picture_options(const RenderOptions& options, Order& order) {
    const auto kind = choose<PictureKind>(options.view, "--view", kinds);
    if (!kind) return std::unexpected(kind.error());
    const auto theme = choose<Theme>(options.theme, "--theme", themes);
    if (!theme) return std::unexpected(theme.error());
    const auto colormap = choose<Colormap>(options.colormap, "--colormap", colormaps);
    if (!colormap) return std::unexpected(colormap.error());
    const auto size = parse_size(options.size);
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
                        order.session.landscape.formula));
    order.kind = *kind;
    order.session.display.theme = *theme;
    order.session.display.colormap = *colormap;
    order.size = *size;
    order.scale = static_cast<float>(scale->front());
    return {};
}

Outcome read_starts(const RenderOptions& options, Order& order) {
    if (options.starts.size() > most_starts)
        return std::unexpected(
            fmt::format("{} starts are too many; give at most {}", options.starts.size(), most_starts));
    for (const std::string& text : options.starts) {
        const auto numbers = parse_numbers(text, "--start");
        if (!numbers) return std::unexpected(numbers.error());
        if (numbers->size() > 2)
            return std::unexpected(fmt::format("--start \"{}\" has {} numbers; write x,y", text, numbers->size()));
        order.session.starts.push_back({(*numbers)[0], numbers->size() == 2 ? (*numbers)[1] : 0.0});
    }
    return {};
}

Outcome read_runs(const RenderOptions& options, Order& order) {
    if (options.optimizers.size() > most_optimizers)
        return std::unexpected(
            fmt::format("{} optimizers are too many; give at most {}", options.optimizers.size(), most_optimizers));
    for (const std::string& text : options.optimizers) {
        const auto optimizer = parse_optimizer(text);
        if (!optimizer) return std::unexpected("--optimizer: " + optimizer.error());
        add_optimizer(order.session, *optimizer);
    }
    if (options.optimizers.empty()) add_optimizer(order.session, *parse_optimizer("sgd"));
    const auto steps = parse_steps(options.steps, "--steps");
    if (!steps) return std::unexpected(steps.error());
    if (*steps > most_steps)
        return std::unexpected(
            fmt::format("--steps {} are more than a picture shows; give at most {}", *steps, most_steps));
    const auto at = options.at ? parse_steps(*options.at, "--at") : steps;
    if (!at) return std::unexpected(at.error());
    order.session.steps = *steps;
    order.session.playback.step = std::min(*at, *steps);
    return {};
}

/// On a curve one number is enough.
std::expected<std::array<double, 2>, std::string> two_numbers(const std::string& text, const char* option, bool curve) {
    const auto numbers = parse_numbers(text, option);
    if (!numbers) return std::unexpected(numbers.error());
    if (curve && numbers->size() == 1) return std::array{numbers->front(), 0.0};
    if (numbers->size() != 2)
        return std::unexpected(fmt::format("{} \"{}\": give two numbers with a comma between them", option, text));
    return std::array{(*numbers)[0], (*numbers)[1]};
}

Outcome read_lens(const RenderOptions& options, Order& order) {
    Study& study = order.session.study;
    const bool curve = is_curve(order.session.landscape);
    suit_arm(study, order.session.landscape.domain);
    if (options.lens) {
        std::vector<Choice<LensKind>> lenses;
        for (const LensRow& row : lens_rows()) lenses.push_back({row.id, row.kind});
        const auto lens = choose<LensKind>(*options.lens, "--lens", lenses);
        if (!lens) return std::unexpected(lens.error());
        study.lens = *lens;
    }
    if (options.point) {
        const auto point = two_numbers(*options.point, "--point", curve);
        if (!point) return std::unexpected(point.error());
        study.pinned = true;
        std::tie(study.x, study.y) = std::tuple((*point)[0], (*point)[1]);
    }
    if (options.arm) {
        const auto arm = two_numbers(*options.arm, "--arm", curve);
        if (!arm) return std::unexpected(arm.error());
        std::tie(study.dx, study.dy) = std::tuple((*arm)[0], (*arm)[1]);
    }
    return {};
}

Outcome render(const RenderOptions& options) {
    Order order;
    for (const auto read : {read_landscape, read_picture_options, read_starts, read_runs, read_lens})
        if (Outcome done = read(options, order); !done) return done;

    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());
    const auto [width, height] = order.size;
    std::expected<Picture, std::string> picture;
    if (order.kind == PictureKind::window) {
        const auto catalogue = load_catalogue();
        if (!catalogue) return std::unexpected(catalogue.error());
        picture = maker->window(order.session, {}, *catalogue, width, height, order.scale);
    } else {
        const ViewLayout layout = order.kind == PictureKind::surface   ? ViewLayout::surface
                                  : order.kind == PictureKind::contour ? ViewLayout::contour
                                                                       : ViewLayout::both;
        picture = maker->views(order.session, layout, width, height, order.scale);
    }
    if (!picture) return std::unexpected(picture.error());
    if (const std::string error = write_picture(*picture, order.session, options.output); !error.empty())
        return std::unexpected(error);
    return {};
}

}  // namespace

void add_render(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<RenderOptions>();
    CLI::App* command = program.add_subcommand("render", "a picture of a landscape and of descent on it");
    add_landscape_options(*command, options->landscape);
    command
        ->add_option("--view", options->view,
                     "surface, contour, curve, both (if not given; of one variable: its curve) or window")
        ->type_name("VIEW");
    command->add_option("--theme", options->theme, "dark (if not given) or light")->type_name("THEME");
    command->add_option("--colormap", options->colormap, "see list colormaps; viridis if not given")->type_name("NAME");
    command->add_option("--scale", options->scale, "size of type and lines; 1 if not given")->type_name("S");
    command->add_option("--size", options->size, "in pixels; 1280x720 if not given")->type_name("WxH");
    command->add_option("--start", options->starts, "where runs begin; without, no paths are drawn")
        ->type_name("x,y")
        ->allow_extra_args(false);
    add_optimizer_options(*command, options->optimizers);
    command->add_option("--steps", options->steps, "how many each run takes; 200 if not given")->type_name("N");
    command->add_option("--at", options->at, "the step to show; the last if not given")->type_name("STEP");
    command->add_option("--lens", options->lens, "a closer look, drawn over the views: see list lenses")
        ->type_name("NAME");
    command->add_option("--point", options->point, "what the lens looks at; else where the first run stands")
        ->type_name("x,y");
    command->add_option("--arm", options->arm, "the lens's arm from there: a direction or a displacement")
        ->type_name("dx,dy");
    command->add_option("-o,--output", options->output, "the PNG file; replaced if it is there")
        ->type_name("picture.png")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return render(*options); }; });
}

}  // namespace thalweg

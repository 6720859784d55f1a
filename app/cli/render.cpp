#include <fmt/format.h>

#include <array>
#include <memory>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/export/picture.h"

namespace thalweg {
namespace {

struct RenderOptions {
    SceneOptions scene;
    std::string view = "both", scale = "1", size = "1280x720";
    std::string output;
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
    Session session;
};

Outcome read_picture_options(const RenderOptions& options, Order& order) {
    const auto kind = choose<PictureKind>(options.view, "--view", kinds);
    if (!kind) return std::unexpected(kind.error());
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
    order.size = *size;
    order.scale = static_cast<float>(scale->front());
    return {};
}

Outcome render(const RenderOptions& options) {
    Order order;
    auto session = read_scene(options.scene);
    if (!session) return std::unexpected(session.error());
    order.session = *std::move(session);
    if (Outcome done = read_picture_options(options, order); !done) return done;

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
    add_scene_options(*command, options->scene);
    command
        ->add_option("--view", options->view,
                     "surface, contour, curve, both (if not given; of one variable: its curve) or window")
        ->type_name("VIEW");
    command->add_option("--scale", options->scale, "size of type and lines; 1 if not given")->type_name("S");
    command->add_option("--size", options->size, "in pixels; 1280x720 if not given")->type_name("WxH");
    command->add_option("-o,--output", options->output, "the PNG file; replaced if it is there")
        ->type_name("picture.png")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return render(*options); }; });
}

}  // namespace thalweg

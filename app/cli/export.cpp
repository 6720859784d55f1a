#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/document/session_file.h"
#include "app/document/write_file.h"
#include "app/export/pytorch_script.h"
#include "app/export/scene_numbers.h"
#include "app/scene/scene.h"

namespace thalweg {
namespace {

struct ExportOptions {
    SceneOptions scene;
    std::string what;
    std::string grid = "256x256";
    std::string output;
};

enum class Exported { session, trajectories, surface, stationary, pytorch };

constexpr std::array<Choice<Exported>, 5> things{{{"session", Exported::session},
                                                  {"trajectories", Exported::trajectories},
                                                  {"surface", Exported::surface},
                                                  {"stationary", Exported::stationary},
                                                  {"pytorch", Exported::pytorch}}};

constexpr int most_nodes_along = 4096;

/// The bytes of a file of numbers; its ending decides between the two.
std::expected<std::string, std::string> numbers(Exported what, const Session& session, PictureSize size, bool csv) {
    Scene scene;
    scene.update(session, 640, 480);
    scene.finish();
    const LandscapePart& landscape = scene.landscape();
    if (landscape.error) return std::unexpected("the formula cannot be read: " + landscape.error->message);
    if (what == Exported::surface) {
        const SurfaceGrid grid =
            sample_grid(*landscape.landscape, landscape.domain, size.width, size.height, Derivatives::with);
        return csv ? surface_csv(grid) : to_npz(surface_arrays(grid));
    }
    const NumberTable table = what == Exported::stationary ? stationary_table(scene) : trajectory_table(session, scene);
    return csv ? to_csv(table) : to_npz(to_arrays(table));
}

std::expected<std::string, std::string> file_content(const ExportOptions& options) {
    const auto what = choose<Exported>(options.what, "WHAT", things);
    if (!what) return std::unexpected(what.error());
    const auto session = read_scene(options.scene);
    if (!session) return std::unexpected(session.error());
    if (*what == Exported::session) return to_toml(*session);
    if (*what == Exported::pytorch) return pytorch_script(*session);

    const auto ending = std::filesystem::path(options.output).extension();
    const bool csv = ending == ".csv" || options.output == "-";
    if (!csv && ending != ".npz")
        return std::unexpected(fmt::format("-o {}: tables are written as .csv or .npz", options.output));
    const auto size = parse_size(options.grid);
    if (!size || size->width < 2 || size->height < 2 || size->width > most_nodes_along ||
        size->height > most_nodes_along)
        return std::unexpected(
            fmt::format("--grid {}: give from 2 to {} nodes along each axis", options.grid, most_nodes_along));
    return numbers(*what, *session, *size, csv);
}

Outcome export_file(const ExportOptions& options) {
    const auto content = file_content(options);
    if (!content) return std::unexpected(content.error());
    if (options.output == "-") return print(*content);
    if (const std::string error = write_file(options.output, *content); !error.empty()) return std::unexpected(error);
    return {};
}

}  // namespace

void add_export(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = program.add_subcommand("export", "runs, values, stationary points or a script, as a file");
    command
        ->add_option("what", options->what,
                     "session (.toml), trajectories, surface or stationary (.csv or .npz), or pytorch (.py)")
        ->type_name("WHAT")
        ->required();
    add_scene_options(*command, options->scene);
    command->add_option("--grid", options->grid, "nodes of surface's grid; 256x256 if not given")->type_name("WxH");
    command->add_option("-o,--output", options->output, "the file, replaced if it is there; - prints it")
        ->type_name("FILE")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return export_file(*options); }; });
}

}  // namespace thalweg

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/numbers.h"
#include "app/cli/scene_options.h"
#include "app/cli/setting_options.h"
#include "app/document/session_file.h"
#include "app/export/command.h"
#include "app/export/matplotlib_script.h"
#include "app/export/pytorch_script.h"
#include "app/export/scene_numbers.h"

namespace thalweg {
namespace {

struct ExportOptions {
    SceneOptions scene;
    std::string what;
    std::string nodes = "256x256";
    GivenSettings settings;
    std::string output;
};

enum class Exported { session, command, trajectories, surface, stationary, pytorch, matplotlib };

constexpr std::array<Choice<Exported>, 7> things{{{"session", Exported::session},
                                                  {"command", Exported::command},
                                                  {"trajectories", Exported::trajectories},
                                                  {"surface", Exported::surface},
                                                  {"stationary", Exported::stationary},
                                                  {"pytorch", Exported::pytorch},
                                                  {"matplotlib", Exported::matplotlib}}};

/// The line that makes a picture of what is shown, for a terminal.
std::expected<std::string, std::string> picture_command(const Session& session) {
    ExportOrder order;
    order.picture.view = session.display.layout;
    order.picture.measure = {.width = 1280, .height = 720, .scale = 1};
    const auto line = command_line(session, order, "picture.png");
    if (!line || line->ends_with('\n')) return line;
    return *line + '\n';
}

std::expected<std::string, std::string> matplotlib_file(const Session& session, const GivenSettings& settings) {
    MatplotlibOptions options;
    if (const auto done = take_settings(settings, fields(options)); !done) return std::unexpected(done.error());
    return matplotlib_script(session, options);
}

TableContent table_content(Exported what) {
    if (what == Exported::surface) return TableContent::surface;
    return what == Exported::stationary ? TableContent::stationary : TableContent::trajectories;
}

std::expected<std::string, std::string> file_content(const ExportOptions& options) {
    const auto what = choose<Exported>(options.what, "WHAT", things);
    if (!what) return std::unexpected(what.error());
    const auto chosen = read_scene(options.scene);
    if (!chosen) return std::unexpected(chosen.error());
    const Session& session = chosen->session;
    if (*what == Exported::session) return to_toml(session);
    if (*what == Exported::command) return picture_command(session);
    if (*what == Exported::pytorch) return pytorch_script(session);
    if (*what == Exported::matplotlib) return matplotlib_file(session, options.settings);

    const auto ending = std::filesystem::path(options.output).extension();
    const bool csv = ending == ".csv" || options.output == "-";
    if (!csv && ending != ".npz")
        return std::unexpected(fmt::format("-o {}: tables are written as .csv or .npz", options.output));
    const auto size = parse_size(options.nodes);
    constexpr int most = TableOptions::most_nodes;
    if (!size || size->width < 2 || size->height < 2 || size->width > most || size->height > most)
        return std::unexpected(fmt::format("--nodes {}: give from 2 to {} nodes along each axis", options.nodes, most));
    return table_file(session, {.content = table_content(*what),
                                .format = csv ? TableFormat::csv : TableFormat::npz,
                                .columns = size->width,
                                .rows = size->height});
}

Outcome export_file(const ExportOptions& options) {
    const auto content = file_content(options);
    if (!content) return std::unexpected(content.error());
    return write_or_print(options.output, *content);
}

}  // namespace

void add_export(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = program.add_subcommand("export", "runs, values, stationary points or a script, as a file");
    command
        ->add_option("what", options->what,
                     "session (.toml), command (the thalweg render … that draws it), trajectories, surface or "
                     "stationary (.csv or .npz), pytorch or matplotlib (.py)")
        ->type_name("WHAT")
        ->required();
    add_scene_options(*command, options->scene);
    MatplotlibOptions matplotlib;
    add_setting_options(*command, fields(matplotlib), options->settings);
    command->add_option("--nodes", options->nodes, "of surface's grid; 256x256 if not given")->type_name("WxH");
    command->add_option("-o,--output", options->output, "the file, replaced if it is there; - prints it")
        ->type_name("FILE")
        ->required();
    command->callback([options, &chosen] { chosen = [options] { return export_file(*options); }; });
}

}  // namespace thalweg

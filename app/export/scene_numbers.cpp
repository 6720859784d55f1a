#include "app/export/scene_numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "app/scene/descended.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;
using Words = std::vector<std::string>;

void append_number(std::string& csv, double number) {
    // The sign of a NaN means nothing and would be printed.
    fmt::format_to(std::back_inserter(csv), "{:.17g}", std::isnan(number) ? std::abs(number) : number);
}

NumpyArray word_array(std::string name, const Words& words) {
    NumpyArray array{.name = std::move(name), .shape = {words.size()}, .descr = "|S16", .bytes = {}};
    for (std::string word : words) {
        word.resize(16, '\0');
        array.bytes += word;
    }
    return array;
}

Numbers nodes(double first, double last, int count) {
    Numbers all;
    for (int i = 0; i < count; ++i) all.push_back(first + i * (last - first) / (count - 1));
    return all;
}

}  // namespace

std::string to_csv(const NumberTable& table) {
    std::string csv;
    for (const std::string& comment : table.comments) csv += "# " + comment + '\n';
    std::size_t rows = 0;
    for (const NumberTable::Column& column : table.columns) {
        if (&column != &table.columns.front()) csv += ',';
        csv += column.name;
        rows = std::visit([](const auto& entries) { return entries.size(); }, column.entries);
    }
    csv += '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        for (const NumberTable::Column& column : table.columns) {
            if (&column != &table.columns.front()) csv += ',';
            if (const auto* numbers = std::get_if<Numbers>(&column.entries)) {
                append_number(csv, (*numbers)[row]);
            } else {
                csv += std::get<Words>(column.entries)[row];
            }
        }
        csv += '\n';
    }
    return csv;
}

std::vector<NumpyArray> to_arrays(const NumberTable& table) {
    std::vector<NumpyArray> arrays;
    for (const auto& [name, entries] : table.columns) {
        if (const auto* numbers = std::get_if<Numbers>(&entries)) {
            arrays.push_back(numpy_array(name, {numbers->size()}, *numbers));
        } else {
            arrays.push_back(word_array(name, std::get<Words>(entries)));
        }
    }
    return arrays;
}

NumberTable trajectory_table(const Session& session, const Scene& scene) {
    NumberTable table;
    table.comments.push_back("Thalweg: descents of " + landscape_words(session.landscape));
    const std::vector<Path>& paths = scene.paths().paths;
    const bool batches = std::ranges::any_of(paths, [](const Path& p) { return !p.trajectory.batch_losses.empty(); });
    const bool held_out =
        std::ranges::any_of(paths, [](const Path& p) { return !p.trajectory.validation_losses.empty(); });
    const std::vector<std::string> coordinates = path_names(scene.landscape());
    std::vector<std::string> names = {"run", "step"};
    names.insert(names.end(), coordinates.begin(), coordinates.end());
    names.emplace_back("f");
    for (const std::string& coordinate : coordinates) names.push_back("df_d" + coordinate);
    names.emplace_back("lr");
    if (batches) names.emplace_back("f_batch");
    if (held_out) names.emplace_back("f_held_out");
    std::vector<Numbers> columns(names.size());
    int number = 0;
    for (const Path& path : paths) {
        const Trajectory& trajectory = path.trajectory;
        const OptimizerEntry& entry = session.optimizers.at(static_cast<std::size_t>(path.optimizer));
        table.comments.push_back(
            fmt::format("run {}: {}{} from ({:.17g}): {}", ++number, to_text(entry.optimizer),
                        entry.whole ? ", all samples in each step," : "", fmt::join(trajectory.position(0), ", "),
                        sentence(trajectory.reason, trajectory.rows() - 1, maximizes(entry.optimizer))));
        for (int row = 0; row < trajectory.rows(); ++row) {
            const auto at = trajectory.position(row), slope = trajectory.gradient(row);
            const auto index = static_cast<std::size_t>(row);
            const auto if_any = [&](const Numbers& losses) {
                return losses.empty() ? trajectory.losses[index] : losses[index];
            };
            Numbers entries = {static_cast<double>(number), static_cast<double>(row)};
            entries.insert(entries.end(), at.begin(), at.end());
            entries.push_back(trajectory.losses[index]);
            entries.insert(entries.end(), slope.begin(), slope.end());
            entries.push_back(trajectory.learning_rates[index]);
            // To a run that sees all samples its batch is the whole.
            if (batches) entries.push_back(if_any(trajectory.batch_losses));
            if (held_out) entries.push_back(if_any(trajectory.validation_losses));
            for (std::size_t i = 0; i < entries.size(); ++i) columns[i].push_back(entries[i]);
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) table.columns.push_back({names[i], std::move(columns[i])});
    for (std::string& comment : table.comments) std::ranges::replace(comment, '\n', ' ');
    return table;
}

NumberTable stationary_table(const Scene& scene) {
    const StationaryReport& report = scene.stationary().report;
    constexpr std::array names = {"x", "y", "f", "eigenvalue_1", "eigenvalue_2", "certified"};
    std::array<Numbers, names.size()> columns;
    Words kinds;
    for (const StationaryPoint& point : report.points) {
        const std::array<double, names.size()> entries = {
            point.x, point.y, point.value, point.eigenvalues[0], point.eigenvalues[1], point.certified ? 1.0 : 0.0};
        for (std::size_t i = 0; i < entries.size(); ++i) columns.at(i).push_back(entries.at(i));
        kinds.emplace_back(name(point.kind));
    }
    NumberTable table;
    table.comments = {sentence(report, scene.landscape().domain), report.assumption};
    if (const auto& space = scene.landscape().space) table.comments.push_back("of the slice at " + space->where);
    for (std::size_t i = 0; i < names.size(); ++i) table.columns.push_back({names.at(i), std::move(columns.at(i))});
    table.columns.push_back({"class", std::move(kinds)});
    return table;
}

std::string surface_csv(const SurfaceGrid& grid) {
    const Numbers x = nodes(grid.box.x0, grid.box.x1, grid.columns), y = nodes(grid.box.y0, grid.box.y1, grid.rows);
    std::string csv = "x,y,f,df_dx,df_dy\n";
    std::size_t node = 0;
    for (const double row : y) {
        for (const double column : x) {
            append_number(csv, column);
            for (const double number : {row, grid.values[node], grid.dx[node], grid.dy[node]}) {
                csv += ',';
                append_number(csv, number);
            }
            csv += '\n';
            ++node;
        }
    }
    return csv;
}

std::vector<NumpyArray> surface_arrays(const SurfaceGrid& grid) {
    const Numbers x = nodes(grid.box.x0, grid.box.x1, grid.columns), y = nodes(grid.box.y0, grid.box.y1, grid.rows);
    const std::vector<std::size_t> shape = {y.size(), x.size()};
    return {numpy_array("x", {x.size()}, x), numpy_array("y", {y.size()}, y), numpy_array("f", shape, grid.values),
            numpy_array("df_dx", shape, grid.dx), numpy_array("df_dy", shape, grid.dy)};
}

std::expected<std::string, std::string> table_file(const Session& session, const TableOptions& options) {
    const bool csv = options.format == TableFormat::csv;
    Scene scene;
    scene.update(session, 640, 480);
    scene.finish();
    const LandscapePart& landscape = scene.landscape();
    if (landscape.error) return std::unexpected("the formula cannot be read: " + landscape.error->message);
    if (!landscape.complaint.empty()) return std::unexpected(landscape.complaint);
    if (options.content == TableContent::surface) {
        const SurfaceGrid grid =
            sample_grid(*landscape.landscape, landscape.domain, options.columns, options.rows, Derivatives::with);
        return csv ? surface_csv(grid) : to_npz(surface_arrays(grid));
    }
    const NumberTable table =
        options.content == TableContent::stationary ? stationary_table(scene) : trajectory_table(session, scene);
    return csv ? to_csv(table) : to_npz(to_arrays(table));
}

}  // namespace thalweg

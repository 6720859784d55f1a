#include "core/data/grid_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "core/data/array_file.h"
#include "core/data/axis_order.h"
#include "core/data/grid_layout.h"
#include "core/data/names.h"

namespace thalweg {
namespace {

constexpr double hole = std::numeric_limits<double>::quiet_NaN();

using Numbers = std::vector<double>;
template <class T>
using Result = std::expected<T, std::string>;

/// Arrays that may hold the values of a grid, not its coordinates.
std::vector<const ArrayInfo*> value_arrays(const ArrayFile& file) {
    const ArrayInfo* x = find_coordinates(file, 'x');
    const ArrayInfo* y = find_coordinates(file, 'y');
    const bool from_loss_landscape = is_from_loss_landscape(file);
    std::vector<const ArrayInfo*> found;
    for (const ArrayInfo& info : file.arrays()) {
        if (!info.problem.empty() || &info == x || &info == y) continue;
        const bool is_matrix = info.squeezed().size() == 2;
        const bool is_column = x != nullptr && y != nullptr && info.squeezed().size() == 1 &&
                               info.size() == x->size() && info.size() == y->size();
        const bool is_filled = from_loss_landscape && info.size() == x->size() * y->size();
        if (from_loss_landscape ? is_filled : is_matrix || is_column) found.push_back(&info);
    }
    std::ranges::stable_sort(found, {}, [](const ArrayInfo* info) { return likelihood_rank(info->name); });
    return found;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string range_words(double low, double high) {
    return fmt::format("{:.6g} to {:.6g}", low, high);
}

/// Makes holes of what is no number, and says what there is.
Result<GridData> finished(GridData grid, const std::string& where) {
    constexpr double largest = 1e300;
    double low = INFINITY, high = -INFINITY;
    for (double& value : grid.values) {
        if (std::abs(value) <= largest) {
            low = std::min(low, value);
            high = std::max(high, value);
        } else {
            value = hole;
            ++grid.holes;
        }
    }
    if (grid.holes == grid.values.size()) return std::unexpected("holds no finite number: all of it is holes");
    grid.understood =
        fmt::format("{}{} × {} values from {}, over x from {} and y from {} ({}){}.",
                    grid.array.empty() ? "" : grid.array + ": ", grid.x.size(), grid.y.size(), range_words(low, high),
                    range_words(grid.x.front(), grid.x.back()), range_words(grid.y.front(), grid.y.back()), where,
                    grid.holes == 0 ? "" : "; " + counted(grid.holes, "hole", "holes"));
    return grid;
}

Numbers counting(std::size_t count) {
    Numbers numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0.0);
    return numbers;
}

/// Puts the values into ascending rows and columns.
Numbers arranged(Numbers values, const Layout& layout, const AxisOrder& x, const AxisOrder& y) {
    if (!layout.transposed && x.is_identity && y.is_identity) return values;
    Numbers result(values.size());
    for (std::size_t row = 0; row < layout.rows; ++row) {
        for (std::size_t column = 0; column < layout.columns; ++column) {
            const std::size_t r = y.from[row], c = x.from[column];
            result[row * layout.columns + column] =
                values[layout.transposed ? c * layout.rows + r : r * layout.columns + c];
        }
    }
    return result;
}

Result<GridData> grid_of_matrix(const ArrayFile& file, const ArrayInfo& info, Layout layout) {
    if (layout.columns < 2 || layout.rows < 2) {
        return std::unexpected(
            fmt::format("holds {} × {} values; a surface needs at least 2 × 2", layout.rows, layout.columns));
    }
    // First, since it holds the sizes against the file's.
    auto values = read_array(file, info);
    if (!values) return std::unexpected(values.error());
    const bool counted = layout.x.empty();
    if (counted) {
        layout.x = counting(layout.columns);
        layout.y = counting(layout.rows);
    }
    const auto x = order_axis(layout.x, 'x'), y = order_axis(layout.y, 'y');
    if (!x) return std::unexpected(x.error());
    if (!y) return std::unexpected(y.error());
    if (layout.unfilled) std::ranges::replace(*values, -1.0, hole);
    GridData grid;
    grid.x = x->coordinates;
    grid.y = y->coordinates;
    grid.array = info.name;
    grid.values = arranged(*std::move(values), layout, *x, *y);
    return finished(std::move(grid), layout.words);
}

Result<GridData> grid_of_points(const Numbers& x, const Numbers& y, const Numbers& values, const std::string& array) {
    auto nodes = find_grid(x, y);
    if (!nodes) return std::unexpected(nodes.error());
    GridData grid;
    grid.x = std::move(nodes->x);
    grid.y = std::move(nodes->y);
    grid.array = array;
    grid.values.assign(grid.x.size() * grid.y.size(), hole);
    for (std::size_t i = 0; i < values.size(); ++i) {
        grid.values[nodes->rows[i] * grid.x.size() + nodes->columns[i]] = values[i];
    }
    return finished(std::move(grid), "from columns x, y and values");
}

/// The columns of a matrix of two or three columns.
std::vector<Numbers> columns_of(const Numbers& table, std::size_t columns) {
    std::vector<Numbers> result(columns);
    for (std::size_t i = 0; i < table.size(); ++i) result[i % columns].push_back(table[i]);
    return result;
}

bool is_nameless_table(const ArrayFile& file, std::size_t columns) {
    const auto all = file.arrays();
    return all.size() == 1 && all[0].problem.empty() && all[0].squeezed().size() == 2 &&
           all[0].squeezed()[1] == columns;
}

Result<GridData> grid_of(const ArrayFile& file, const ArrayInfo& info) {
    if (info.squeezed().size() == 1 && !is_from_loss_landscape(file)) {
        const auto x = read_array(file, *find_coordinates(file, 'x')),
                   y = read_array(file, *find_coordinates(file, 'y'));
        const auto values = read_array(file, info);
        if (!x || !y || !values) return std::unexpected(!x ? x.error() : !y ? y.error() : values.error());
        return grid_of_points(*x, *y, *values, info.name);
    }
    if (is_nameless_table(file, 3)) {
        const auto table = read_array(file, info);
        if (!table) return std::unexpected(table.error());
        const std::vector<Numbers> columns = columns_of(*table, 3);
        if (find_grid(columns[0], columns[1])) return grid_of_points(columns[0], columns[1], columns[2], "");
    }
    auto layout = layout_of(file, info);
    return layout ? grid_of_matrix(file, info, *std::move(layout)) : std::unexpected(layout.error());
}

std::string listed(std::span<const ArrayInfo* const> arrays) {
    std::string names;
    for (const ArrayInfo* info : arrays) names += (names.empty() ? "" : ", ") + info->name;
    return names;
}

/// Why there is nothing to be shown as a surface.
std::string without_grid(const ArrayFile& file) {
    const auto all = file.arrays();
    const auto bad = std::ranges::find_if(all, [](const ArrayInfo& info) { return !info.problem.empty(); });
    if (bad != all.end())
        return bad->name.empty() ? bad->problem : fmt::format("has an array {}, which {}", bad->name, bad->problem);
    if (is_from_loss_landscape(file)) return "has no array with one value for each of its coordinates";
    if (all.size() == 1) {
        return fmt::format("holds {} numbers; a surface needs a matrix, or columns x, y and values",
                           shape_words(all[0].shape));
    }
    return "has neither a matrix nor columns called x, y and one of values";
}

Result<const ArrayInfo*> choose(const ArrayFile& file, std::string_view name) {
    const auto candidates = value_arrays(file);
    if (candidates.empty()) return std::unexpected(without_grid(file));
    if (name.empty()) return candidates.front();
    const auto found =
        std::ranges::find(candidates, name, [](const ArrayInfo* info) { return std::string_view(info->name); });
    if (found != candidates.end()) return *found;
    if (const ArrayInfo* other = file.find(name); other != nullptr && !other->problem.empty()) {
        return std::unexpected(fmt::format("has an array {}, which {}", name, other->problem));
    }
    return std::unexpected(candidates.size() == 1 && candidates[0]->name.empty()
                               ? fmt::format("has no array \"{}\": its only one has no name", name)
                               : fmt::format("has no grid \"{}\"; it has {}", name, listed(candidates)));
}

}  // namespace

Result<FileContent> look_into(const ArrayFile& file) {
    FileContent content;
    content.trajectory = read_trajectory(file).has_value();
    const bool named = find_coordinates(file, 'x') != nullptr && find_coordinates(file, 'y') != nullptr;
    for (const ArrayInfo* info : value_arrays(file)) {
        // Then x and y are the coordinates of its columns and rows.
        if (named && info->squeezed().size() == 2) content.trajectory = false;
        // Columns and small tables may be either: only reading tells.
        const bool certain = info->squeezed().size() == 2 && !is_nameless_table(file, 2) && !is_nameless_table(file, 3);
        if (certain || is_from_loss_landscape(file) || grid_of(file, *info)) content.grids.push_back(info->name);
    }
    if (content.grids.empty() && !content.trajectory) return std::unexpected(without_grid(file));
    return content;
}

Result<GridData> read_grid(const ArrayFile& file, std::string_view array) {
    const auto info = choose(file, array);
    return info ? grid_of(file, **info) : std::unexpected(info.error());
}

}  // namespace thalweg

#include "core/data/grid_layout.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/data/names.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;
template <class T>
using Result = std::expected<T, std::string>;

/// A meshgrid's coordinates along one axis, if every row (or column) repeats them.
std::optional<Numbers> from_mesh(const Numbers& mesh, std::size_t rows, std::size_t columns, bool along_columns) {
    const std::size_t count = along_columns ? columns : rows;
    Numbers axis(count);
    for (std::size_t i = 0; i < count; ++i) axis[i] = mesh[along_columns ? i : i * columns];
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (mesh[row * columns + column] != axis[along_columns ? column : row]) return std::nullopt;
        }
    }
    return axis;
}

/// Both coordinates from meshgrids of the matrix's own shape, of either indexing.
bool use_meshes(const Numbers& x, const Numbers& y, std::size_t rows, std::size_t columns, Layout& layout) {
    for (const bool transposed : {false, true}) {
        auto along_x = from_mesh(x, rows, columns, !transposed), along_y = from_mesh(y, rows, columns, transposed);
        if (!along_x || !along_y) continue;
        layout.x = *std::move(along_x);
        layout.y = *std::move(along_y);
        layout.transposed = transposed;
        return true;
    }
    return false;
}

Result<Layout> layout_of_loss_landscape(const ArrayFile& file) {
    const auto x = read_array(file, *file.find("xcoordinates")), y = read_array(file, *file.find("ycoordinates"));
    if (!x) return std::unexpected(x.error());
    if (!y) return std::unexpected(y.error());
    Layout layout;
    layout.columns = x->size();
    layout.rows = y->size();
    layout.x = *x;
    layout.y = *y;
    layout.unfilled = true;
    layout.words = "as the project loss-landscape writes it";
    return layout;
}

Result<Layout> layout_of_matrix(const ArrayFile& file, const ArrayInfo& info) {
    const std::vector<std::size_t> shape = info.squeezed();
    Layout layout;
    layout.columns = shape[1];
    layout.rows = shape[0];
    layout.words = "x and y are the numbers of columns and rows";
    const ArrayInfo* x = find_coordinates(file, 'x');
    const ArrayInfo* y = find_coordinates(file, 'y');
    if (x == nullptr || y == nullptr) return layout;
    auto along_x = read_array(file, *x), along_y = read_array(file, *y);
    if (!along_x) return std::unexpected(along_x.error());
    if (!along_y) return std::unexpected(along_y.error());
    layout.words = fmt::format("coordinates from {} and {}", x->name, y->name);
    if (x->squeezed() == shape && y->squeezed() == shape) {
        if (use_meshes(*along_x, *along_y, shape[0], shape[1], layout)) {
            if (layout.transposed) std::swap(layout.columns, layout.rows);
            return layout;
        }
        return std::unexpected(fmt::format("has arrays {} and {} that are no grid's coordinates", x->name, y->name));
    }
    if (along_x->size() == shape[0] && along_y->size() == shape[1] && shape[0] != shape[1]) {
        layout.transposed = true;
        std::swap(layout.columns, layout.rows);
    }
    if (along_x->size() != layout.columns || along_y->size() != layout.rows) {
        return std::unexpected(fmt::format("has {} values, but {} x and {} y coordinates", shape_words(shape),
                                           along_x->size(), along_y->size()));
    }
    layout.x = *std::move(along_x);
    layout.y = *std::move(along_y);
    return layout;
}

}  // namespace

bool is_from_loss_landscape(const ArrayFile& file) {
    return file.format() == "HDF5" && file.find("xcoordinates") != nullptr && file.find("ycoordinates") != nullptr;
}

Result<Numbers> read_array(const ArrayFile& file, const ArrayInfo& info) {
    if (!info.problem.empty()) return std::unexpected(info.problem);
    auto numbers = file.read(static_cast<std::size_t>(&info - file.arrays().data()));
    if (!numbers && !info.name.empty())
        return std::unexpected(fmt::format("has an array {}, which {}", info.name, numbers.error()));
    return numbers;
}

Result<Layout> layout_of(const ArrayFile& file, const ArrayInfo& info) {
    return is_from_loss_landscape(file) ? layout_of_loss_landscape(file) : layout_of_matrix(file, info);
}

}  // namespace thalweg

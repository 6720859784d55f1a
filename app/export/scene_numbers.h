#pragma once

#include <expected>
#include <string>
#include <variant>
#include <vector>

#include "app/document/export_order.h"
#include "app/export/npz.h"
#include "app/scene/scene.h"

namespace thalweg {

// What a scene holds in numbers, for other programs. As CSV: comments behind #, a line of names, numbers with 17
// significant digits; as arrays for numpy under the same names. All quantities are in the units of the formula.

/// A table whose columns are numbers or words.
struct NumberTable {
    struct Column {
        std::string name;
        std::variant<std::vector<double>, std::vector<std::string>> entries;
    };
    std::vector<std::string> comments;
    std::vector<Column> columns;  ///< of one length
};

std::string to_csv(const NumberTable& table);
std::vector<NumpyArray> to_arrays(const NumberTable& table);

/// run, step, x, y, f, df_dx, df_dy, lr, and over samples f_batch, the loss of the batch that the step sees, and
/// f_held_out, that of the samples held out, where there are any: all rows of all runs, one after the other; comments
/// say which run is which and how it ended.
NumberTable trajectory_table(const Session& session, const Scene& scene);

/// x, y, f, eigenvalue_1, eigenvalue_2, class, certified. A comment says whether they are proved to be all.
NumberTable stationary_table(const Scene& scene);

/// x, y, f, df_dx, df_dy, a row for each node of the grid, x running fastest.
std::string surface_csv(const SurfaceGrid& grid);

/// x (columns), y (rows) and f, df_dx, df_dy (rows × columns).
std::vector<NumpyArray> surface_arrays(const SurfaceGrid& grid);

/// The bytes of the file that the options ask for. The error is one sentence.
std::expected<std::string, std::string> table_file(const Session& session, const TableOptions& options);

}  // namespace thalweg

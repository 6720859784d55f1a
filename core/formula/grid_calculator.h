#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/formula/block.h"
#include "core/formula/program.h"

namespace thalweg {

/// Runs a program of at most two variables at all nodes (x[column], y[row]) of a grid, a block of columns at a time.
/// What depends on one coordinate only is calculated once for a column or a row, not at every node: of
/// cos(2πx) + cos(2πy) only the sum. For pictures only, see Block. Not thread-safe; the program must outlive it.
class GridCalculator {
  public:
    /// parameters: one for each parameter of the program.
    GridCalculator(const Program& program, std::span<const double> parameters);

    void set_parameters(std::span<const double> parameters);

    /// Calculates all outputs everywhere and calls write(row, column, count) for each piece of a row: then the first
    /// `count` values of output(k) belong to the nodes from (row, column) on.
    template <class Write>
    void run(std::span<const double> x, std::span<const double> y, Write&& write) {
        for (std::size_t first_row = 0; first_row < y.size(); first_row += Block::size) {
            const auto rows = y.subspan(first_row, std::min(Block::size, y.size() - first_row));
            calculate_rows(rows);
            for (std::size_t column = 0; column < x.size(); column += Block::size) {
                const auto columns = x.subspan(column, std::min(Block::size, x.size() - column));
                calculate_columns(columns);
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    calculate_nodes(row);
                    write(first_row + row, column, columns.size());
                }
            }
        }
    }

    const Block& output(std::size_t index) const { return nodes_[program_->outputs[index]]; }

  private:
    void sort_instructions();
    void calculate_rows(std::span<const double> y);
    void calculate_columns(std::span<const double> x);
    void calculate_nodes(std::size_t row);

    const Program* program_;
    std::vector<Instruction> of_x_, of_y_, of_both_;
    std::vector<std::uint32_t> spread_;  ///< registers that depend on y alone and are wanted at every node
    std::vector<Block> rows_;            ///< registers, for one row in each element
    std::vector<Block> nodes_;           ///< registers, for one column in each element
};

}  // namespace thalweg

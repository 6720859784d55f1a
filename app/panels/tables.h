#pragma once

#include <span>
#include <string_view>

#include "app/panels/widgets.h"

namespace thalweg {

/// The table of steps of the selected run, with a button that exports it.
void draw_steps_table(Panel& panel);

/// The stationary points and how complete the list is; a click on a row asks to look there.
void draw_stationary_table(Panel& panel);

struct TableColumn {
    const char* heading;
    float share;  ///< of the width, relative to the others
};

/// Begins a table of numbers that stand at the right of their columns, under headings that stay in view. least_width:
/// in pixels, below which the table scrolls sideways. Ends with ImGui::EndTable when true.
bool begin_number_table(const Panel& panel, const char* id, std::span<const TableColumn> columns, float height,
                        float least_width = 0);

/// Of a row of such a table, in pixels, as ImGui rounds it where it is seen. A list clipper that measures rows itself
/// takes another height while it measures one that is scrolled out of view, and all others move.
float number_row_height(const Panel& panel);

/// What becomes of a number that its decimals would make 0.
enum class SmallNumber { reads_zero, keeps_its_power };

/// A cell with a number of so many decimals, or in powers of ten where that does not fit.
void number_cell(const Panel& panel, double value, int decimals, SmallNumber small = SmallNumber::reads_zero);

/// A row that can be clicked, across all columns; begins with its first cell. height in pixels.
bool begin_table_row(const Panel& panel, int index, bool chosen, float height);

}  // namespace thalweg

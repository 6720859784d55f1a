#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// What a start's time goes into: the operating system loads the program, and then as StartPart.
inline constexpr std::array<std::string_view, 5> start_times_names = {"program", "session", "window", "stage",
                                                                      "picture"};

/// Times of starts of the program in processes of their own, in milliseconds: from its being asked for to its window's
/// first finished picture.
struct StartTimes {
    std::string renderer;  ///< as OpenGL names it
    std::vector<double> whole;
    std::array<std::vector<double>, start_times_names.size()> parts;  ///< of each start
};

/// Starts the program `runs` >= 1 times, after once untimed: everything is then in the operating system's memory. Needs
/// a display. The error is one sentence.
std::expected<StartTimes, std::string> time_starts(int runs);

/// One such start, in this process: closes the window after its first picture and prints what the other side reads, the
/// renderer and then the monotonic clock in nanoseconds now and as each part was done, a line each.
std::expected<void, std::string> start_once();

}  // namespace thalweg

#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>
#include <vector>

namespace thalweg {

/// A rectangle of whole pixels, counted from the upper left corner; right and bottom are beyond it.
struct PixelBox {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool empty() const { return left >= right || top >= bottom; }
    bool operator==(const PixelBox&) const = default;
};
PixelBox intersection(const PixelBox& a, const PixelBox& b);

/// Boxes that cover the same pixels (and a few more) without covering any twice.
std::vector<PixelBox> disjoint(std::span<const PixelBox> boxes);

/// Finds out where a frame of Dear ImGui looks different from the one before it.
class Damage {
  public:
    /// Boxes that cover every pixel that this frame and the last one may draw differently; all of the frame when it is
    /// the first one or its windows are others.
    std::vector<PixelBox> since_last(const ImDrawData& frame);

    /// The next frame counts as the first one.
    void forget() { last_.clear(); }

  private:
    /// One draw call: what it draws, as a hash, and where.
    struct Call {
        std::uint64_t content = 0;
        PixelBox bounds;
        bool operator==(const Call&) const = default;
    };
    struct List {
        const char* window = nullptr;
        std::vector<Call> calls;
    };
    static List list_of(const ImDrawList& list, const PixelBox& frame);
    static Call call_of(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& frame);

    std::vector<List> last_;
};

/// Changes the frame so that it draws within the boxes only, and without calls that touch none of their pixels. The
/// boxes must be disjoint, or pixels would be blended twice.
void clip(ImDrawData& frame, std::span<const PixelBox> boxes);

}  // namespace thalweg

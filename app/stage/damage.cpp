#include "app/stage/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace thalweg {
namespace {

PixelBox whole(const ImDrawData& frame) {
    return {0, 0, static_cast<int>(frame.DisplaySize.x), static_cast<int>(frame.DisplaySize.y)};
}

PixelBox hull(const PixelBox& a, const PixelBox& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

/// The scissor box that Dear ImGui's renderer makes of a command's clip rectangle: it cuts fractions off, counting from
/// the lower edge.
PixelBox scissor_of(const ImDrawCmd& command, const PixelBox& frame) {
    const ImVec4& rectangle = command.ClipRect;
    const int left = static_cast<int>(rectangle.x);
    const int bottom = frame.bottom - static_cast<int>(static_cast<float>(frame.bottom) - rectangle.w);
    return {left, bottom - static_cast<int>(rectangle.w - rectangle.y),
            left + static_cast<int>(rectangle.z - rectangle.x), bottom};
}

/// What a command draws; nothing where it is cut away wholly.
struct Drawing {
    PixelBox scissor, bounds;  ///< bounds: of its triangles, within the scissor box
    std::span<const ImDrawIdx> indices;
    ImDrawIdx first = 0;                   ///< the least of the indices
    std::span<const ImDrawVert> vertices;  ///< from the first to the last one used
};

Drawing drawing_of(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& frame) {
    Drawing drawing;
    drawing.scissor = intersection(scissor_of(command, frame), frame);
    if (command.ElemCount == 0 || drawing.scissor.empty()) return {};
    drawing.indices = {list.IdxBuffer.Data + command.IdxOffset, command.ElemCount};
    const auto [first, last] = std::ranges::minmax(drawing.indices);
    const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
    drawing.first = first;
    drawing.vertices = {vertices + first, vertices + last + 1};
    ImVec2 low = drawing.vertices.front().pos, high = low;
    for (const ImDrawVert& vertex : drawing.vertices) {
        low = {std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y)};
        high = {std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y)};
    }
    const auto pixel = [](float place) { return static_cast<int>(std::clamp(place, -1e6F, 1e6F)); };
    drawing.bounds = intersection(drawing.scissor, {pixel(std::floor(low.x)), pixel(std::floor(low.y)),
                                                    pixel(std::ceil(high.x)), pixel(std::ceil(high.y))});
    return drawing;
}

/// Multiplies and folds, eight bytes at a time; the factor is that of Knuth's multiplicative hashing, 2^64 / φ.
std::uint64_t hash(std::uint64_t so_far, const void* data, std::size_t size) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    const auto* bytes = static_cast<const unsigned char*>(data);
    const auto mix = [&](std::uint64_t word) {
        so_far = (so_far ^ word) * factor;
        so_far ^= so_far >> 32U;
    };
    std::uint64_t word = 0;
    for (; size >= sizeof word; size -= sizeof word, bytes += sizeof word) {
        std::memcpy(&word, bytes, sizeof word);
        mix(word);
    }
    word = size;
    std::memcpy(&word, bytes, size);
    mix(word ^ (size << 56U));
    return so_far;
}

}  // namespace

PixelBox intersection(const PixelBox& a, const PixelBox& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

std::vector<PixelBox> disjoint(std::span<const PixelBox> boxes) {
    std::vector<PixelBox> apart;
    for (PixelBox box : boxes) {
        if (box.empty()) continue;
        // Grown by one, it may reach others.
        for (bool grown = true; grown;) {
            const auto touched =
                std::ranges::find_if(apart, [&](const PixelBox& other) { return !intersection(box, other).empty(); });
            grown = touched != apart.end();
            if (!grown) break;
            box = hull(box, *touched);
            apart.erase(touched);
        }
        apart.push_back(box);
    }
    return apart;
}

Damage::Call Damage::call_of(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& frame) {
    const Drawing drawing = drawing_of(list, command, frame);
    if (drawing.indices.empty()) return {};
    // Vertices of one call may stand elsewhere in the buffer than in the last frame: then all indices have moved alike.
    const std::uint64_t head[] = {static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.TextureId)),
                                  drawing.indices.size(), drawing.vertices.size()};
    std::uint64_t content = hash(0, head, sizeof head);
    content = hash(content, &drawing.scissor, sizeof drawing.scissor);
    content = hash(content, drawing.vertices.data(), drawing.vertices.size_bytes());
    std::vector<ImDrawIdx> shifted(drawing.indices.begin(), drawing.indices.end());
    for (ImDrawIdx& index : shifted) index = static_cast<ImDrawIdx>(index - drawing.first);
    content = hash(content, shifted.data(), shifted.size() * sizeof(ImDrawIdx));
    return {.content = content, .bounds = drawing.bounds};
}

Damage::List Damage::list_of(const ImDrawList& list, const PixelBox& frame) {
    List result{.window = list._OwnerName, .calls = {}};
    for (const ImDrawCmd& command : list.CmdBuffer) result.calls.push_back(call_of(list, command, frame));
    return result;
}

std::vector<PixelBox> Damage::since_last(const ImDrawData& frame) {
    const PixelBox all = whole(frame);
    std::vector<List> lists;
    lists.reserve(static_cast<std::size_t>(frame.CmdListsCount));
    for (int i = 0; i < frame.CmdListsCount; ++i) lists.push_back(list_of(*frame.CmdLists[i], all));
    const bool same_windows = std::ranges::equal(lists, last_, {}, &List::window, &List::window);
    std::vector<PixelBox> boxes;
    if (!same_windows) boxes.push_back(all);
    for (std::size_t i = 0; same_windows && i < lists.size(); ++i) {
        std::span<const Call> before = last_[i].calls, now = lists[i].calls;
        while (!before.empty() && !now.empty() && before.front() == now.front()) {
            before = before.subspan(1);
            now = now.subspan(1);
        }
        while (!before.empty() && !now.empty() && before.back() == now.back()) {
            before = before.first(before.size() - 1);
            now = now.first(now.size() - 1);
        }
        for (const Call& call : before) boxes.push_back(call.bounds);
        for (const Call& call : now) boxes.push_back(call.bounds);
    }
    last_ = std::move(lists);
    return disjoint(boxes);
}

void clip(ImDrawData& frame, std::span<const PixelBox> boxes) {
    const PixelBox all = whole(frame);
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        ImVector<ImDrawCmd>& commands = frame.CmdLists[i]->CmdBuffer;
        ImVector<ImDrawCmd> clipped;
        for (const ImDrawCmd& command : commands) {
            const Drawing drawing = drawing_of(*frame.CmdLists[i], command, all);
            for (const PixelBox& box : boxes) {
                if (intersection(drawing.bounds, box).empty()) continue;
                const PixelBox part = intersection(drawing.scissor, box);
                ImDrawCmd piece = command;
                piece.ClipRect = {static_cast<float>(part.left), static_cast<float>(part.top),
                                  static_cast<float>(part.right), static_cast<float>(part.bottom)};
                clipped.push_back(piece);
            }
        }
        commands.swap(clipped);
    }
}

}  // namespace thalweg

#include "app/panels/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/document/read_file.h"

namespace thalweg {
namespace {

struct FontFile {
    std::string path;
    int face = 0;
};

/// One typeface of the fallback chain.
struct Typeface {
    const char* family;
    int weight;
    float line;  ///< ascender minus descender in em: ImGui sizes fonts by this, designers by the em
    float enlargement;
};

struct Style {
    float em;
    int weight;
};

constexpr float inter_line = 1.21F;
constexpr float digit_width = 0.632F;  // em; Inter's widest digit, 4, is 0.63 wide

constexpr std::array<Style, 6> styles{{
    {15, FC_WEIGHT_REGULAR},
    {15, FC_WEIGHT_DEMIBOLD},
    {12, FC_WEIGHT_REGULAR},
    {20, FC_WEIGHT_DEMIBOLD},
    {28, FC_WEIGHT_MEDIUM},
    {40, FC_WEIGHT_MEDIUM},
}};

template <auto Destroy>
struct Destroyer {
    void operator()(auto* object) const { Destroy(object); }
};
using Pattern = std::unique_ptr<FcPattern, Destroyer<FcPatternDestroy>>;
using Config = std::unique_ptr<FcConfig, Destroyer<FcConfigDestroy>>;

/// The file of a family, or nullopt when fontconfig would offer another family in its place.
std::optional<FontFile> find_font(FcConfig* config, const char* family, int weight) {
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(config, wanted.get(), &result));
    if (!match) return std::nullopt;
    FcChar8* matched = nullptr;
    FcChar8* path = nullptr;
    int face = 0;
    FcPatternGetString(match.get(), FC_FAMILY, 0, &matched);
    FcPatternGetString(match.get(), FC_FILE, 0, &path);
    FcPatternGetInteger(match.get(), FC_INDEX, 0, &face);
    if (matched == nullptr || path == nullptr) return std::nullopt;
    if (FcStrCmpIgnoreCase(matched, reinterpret_cast<const FcChar8*>(family)) != 0) return std::nullopt;
    return FontFile{reinterpret_cast<const char*>(path), face & 0xFFFF};
}

/// Latin, combining accents (m̂), Greek, raised letters (ᵀ, ᵏ, ᵗ), punctuation and mathematics; without the digits,
/// which are set apart.
constexpr std::array<ImWchar, 35> text_ranges{0x0020, 0x002F, 0x003A, 0x017F, 0x0192, 0x0192, 0x02C6, 0x02DC, 0x0300,
                                              0x036F, 0x0370, 0x03FF, 0x1D40, 0x1D57, 0x2010, 0x2027, 0x2030, 0x203A,
                                              0x2070, 0x209C, 0x2102, 0x2102, 0x211D, 0x211D, 0x2190, 0x2199, 0x2200,
                                              0x2265, 0x22C5, 0x22C5, 0x25A0, 0x25FF, 0x2605, 0x2606, 0};
constexpr std::array<ImWchar, 3> digit_ranges{'0', '9', 0};

/// The ranges of a fallback face: the same, and whatever else the texts hold.
ImVector<ImWchar> ranges_with(std::string_view texts) {
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(text_ranges.data());
    if (!texts.empty()) builder.AddText(texts.data(), texts.data() + texts.size());
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return ranges;
}

bool beyond_latin(std::string_view texts) {
    return std::ranges::any_of(texts, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// Font files in memory, each once, though every size asks for its own.
class FontFiles {
  public:
    explicit FontFiles(ImFontAtlas& atlas) : atlas_(atlas) {}

    /// False if the file cannot be read.
    bool add(const FontFile& file, float size, ImFontConfig face, const ImWchar* ranges) {
        auto [entry, is_new] = bytes_.try_emplace(file.path);
        constexpr std::size_t longest = 64U << 20U;
        if (is_new) entry->second = read_file(file.path, longest).value_or("");
        std::string& bytes = entry->second;
        if (bytes.empty()) return false;
        face.FontNo = file.face;
        // What the atlas owns it does not copy; only afterwards it is told that it owns nothing.
        if (atlas_.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), size, &face, ranges) == nullptr)
            return false;
        atlas_.ConfigData.back().FontDataOwnedByAtlas = false;
        return true;
    }

  private:
    ImFontAtlas& atlas_;
    std::map<std::string, std::string> bytes_;  ///< by path
};

}  // namespace

LoadedFonts load_fonts(float scale, std::string_view texts) {
    const LoadedFonts loaded{std::make_shared<ImFontAtlas>(), scale};
    ImFontAtlas& atlas = *loaded.atlas;
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;

    const Config config(FcInitLoadConfigAndFonts());
    const ImVector<ImWchar> ranges = ranges_with(texts);
    FontFiles files(atlas);
    for (const Style& style : styles) {
        const std::array<Typeface, 4> chain{{
            {"Inter", style.weight, inter_line, 1.0F},
            {"Noto Sans Math", FC_WEIGHT_REGULAR, 1.492F, 1.0F},
            {"DejaVu Sans", FC_WEIGHT_REGULAR, 1.164F, 0.94F},
            {"Noto Sans CJK SC", FC_WEIGHT_REGULAR, 1.448F, 1.0F},
        }};
        ImFontConfig face;
        face.OversampleH = style.em * scale < 24 ? 3 : 1;
        face.PixelSnapH = style.em * scale >= 24;
        const float em = std::round(style.em * scale);
        for (const Typeface& typeface : chain) {
            const bool chinese = &typeface == &chain.back();
            if (chinese && !beyond_latin(texts)) continue;
            const std::optional<FontFile> file = find_font(config.get(), typeface.family, typeface.weight);
            if (!file) continue;
            const float size = em * typeface.line * typeface.enlargement;
            if (!files.add(*file, size, face, face.MergeMode ? ranges.Data : text_ranges.data())) continue;
            if (!face.MergeMode) {
                face.MergeMode = true;
                ImFontConfig digits = face;
                digits.GlyphMinAdvanceX = digits.GlyphMaxAdvanceX = std::round(em * digit_width);
                files.add(*file, size, digits, digit_ranges.data());
            }
        }
        if (!face.MergeMode) {
            ImFontConfig fallback;
            fallback.SizePixels = em;
            atlas.AddFontDefault(&fallback);
        }
    }
    atlas.Build();
    atlas.ClearInputData();  // it points into the files
    return loaded;
}

Fonts fonts() {
    const ImVector<ImFont*>& all = ImGui::GetIO().Fonts->Fonts;
    // Before load_fonts there is one font for everything.
    const auto at = [&](int index) { return all[std::min(index, all.Size - 1)]; };
    return {at(0), at(1), at(2), at(3), at(4), at(5)};
}

}  // namespace thalweg

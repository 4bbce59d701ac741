using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V1.Models;

/// <content>Making the request from settings that were read.</content>
public sealed partial class SpaceSettingsUpdate
{
    /// <summary>
    /// Makes the request that writes the settings of a space back as they were read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="settings">The settings as they were read.</param>
    /// <param name="routeOverrideEnabled">Whether the space may replace its homepage by another page; null keeps what was read.</param>
    /// <param name="contentMode">How densely the content is set; null keeps what was read.</param>
    /// <returns>The request, for <see cref="SpaceSettingsV1Client.UpdateSpaceSettingsAsync"/> with the key of the space.</returns>
    /// <remarks>Settings have no version, so nobody else's change is noticed: the last one stays. The editors cannot be changed, and are not sent.</remarks>
    /// <exception cref="ArgumentException">The content mode is none that an update takes.</exception>
    public static SpaceSettingsUpdate From(SpaceSettings settings, bool? routeOverrideEnabled = null, SpaceSettingsContentMode? contentMode = null)
    {
        RequestSource source = new("settings of space", settings, nameof(settings), settings?.SpaceKey);
        SpaceSettingsContentMode? mode = contentMode ?? settings.ContentMode;
        if (mode is not null && mode != SpaceSettingsContentMode.Standard && mode != SpaceSettingsContentMode.Compact)
        {
            throw source.Unusable(nameof(contentMode), $"is {RequestSource.Shown(mode.Value.Value)}; an update takes standard and compact only. Give one of them.");
        }

        return new SpaceSettingsUpdate { RouteOverrideEnabled = routeOverrideEnabled ?? settings.RouteOverrideEnabledOrNull, ContentMode = mode };
    }
}

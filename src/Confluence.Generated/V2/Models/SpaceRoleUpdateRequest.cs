using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a space role that was read.</content>
public sealed partial class SpaceRoleUpdateRequest
{
    /// <summary>
    /// Makes the request that writes a space role back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="role">The role as it was read.</param>
    /// <param name="name">The new name; null keeps the one that was read.</param>
    /// <param name="description">The new description; null keeps the one that was read.</param>
    /// <param name="spacePermissions">All permissions that the role shall give; null keeps those that were read.</param>
    /// <returns>The request, for <see cref="SpaceRolesClient.UpdateSpaceRoleAsync"/> with the id of the role.</returns>
    /// <remarks>
    /// A role has no version, so nobody else's change is noticed: the last one stays. The roles that guests and anonymous users get instead are not
    /// part of what is read; where an update needs them, set them in a request made by hand. Confluence carries the update out later, as a task.
    /// </remarks>
    /// <exception cref="ArgumentException">The role was read without its name, description or permissions, or an argument is empty.</exception>
    public static SpaceRoleUpdateRequest From(
        SpaceRole role, string? name = null, string? description = null, IReadOnlyList<string>? spacePermissions = null)
    {
        RequestSource source = new("space role", role, nameof(role), role?.IdOrNull);
        return new SpaceRoleUpdateRequest
        {
            Name = source.Text("name", role.NameOrNull, name),
            Description = description ?? role.DescriptionOrNull ?? throw source.Refuse("was read without a description, which the update has to send. Give one in the argument description."),
            SpacePermissions = spacePermissions ?? role.SpacePermissions ?? throw source.Refuse("was read without its permissions, which the update has to send. Give them in the argument spacePermissions."),
        };
    }
}

using System.Diagnostics;
using System.Text.Json;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>A user of the site. What a user hides from the caller is null.</summary>
[DebuggerDisplay("RetrievedUser {AccountId} {Kind}")]
public sealed class RetrievedUser
{
    /// <summary>The account id, which never changes and is the same in all Atlassian products.</summary>
    public required string AccountId { get; init; }

    /// <summary>What kind of account it is.</summary>
    public UserKind Kind { get; init; }

    /// <summary>The name that is shown, or else the public name; null when the site sends neither. It is never empty.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address; null unless the user lets the caller see it.</summary>
    public string? Email { get; init; }

    /// <summary>The time zone, such as <c>Europe/Berlin</c>; null unless the user lets the caller see it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The name of the group that the user was found in; null when the user was found otherwise.</summary>
    public string? GroupName { get; init; }

    /// <summary>The user as the search or a group of v1 gave it; null when the user was looked up by account id.</summary>
    public UserAccount? Account { get; init; }

    /// <summary>The user as the lookup of v2 gave it; null when the user was found otherwise.</summary>
    public ConfluenceUser? Profile { get; init; }

    /// <summary>The user as the lookup of v1 gave it; null when the user was found otherwise.</summary>
    public BulkUser? Lookup { get; init; }

    internal static RetrievedUser Of(UserAccount account, string accountId, string? groupName) => new()
    {
        AccountId = accountId,
        Kind = UserKind.Of(
            account.AccountType,
            Text(account.AdditionalProperties, "accountStatus"),
            account.IsGuest == true || account.IsExternalCollaborator == true || account.ExternalCollaborator == true),
        DisplayName = Given(account.DisplayName) ?? Given(account.PublicName),
        Email = Given(account.Email),
        TimeZone = Given(account.TimeZone),
        GroupName = groupName,
        Account = account,
    };

    internal static RetrievedUser Of(BulkUser lookup, string accountId) => new()
    {
        AccountId = accountId,
        Kind = UserKind.Of(
            lookup.AccountTypeOrNull,
            Text(lookup.AdditionalProperties, "accountStatus"),
            lookup.IsGuest == true || lookup.IsExternalCollaborator == true),
        DisplayName = Given(lookup.DisplayName) ?? Given(lookup.PublicNameOrNull),
        Email = Given(lookup.Email),
        TimeZone = Given(lookup.TimeZone),
        Lookup = lookup,
    };

    internal static RetrievedUser Of(ConfluenceUser profile, string accountId) => new()
    {
        AccountId = accountId,
        Kind = UserKind.Of(profile.AccountTypeOrNull?.Value, profile.AccountStatusOrNull?.Value, profile.IsExternalCollaboratorOrNull == true),
        DisplayName = Given(profile.DisplayName) ?? Given(profile.PublicNameOrNull),
        Email = Given(profile.Email),
        TimeZone = Given(profile.TimeZone),
        Profile = profile,
    };

    // The documents do not have the member; sites send it.
    private static string? Text(IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>An account of the site.</summary>
/// <param name="Ordinal">The place among all accounts; 0 is the caller.</param>
/// <param name="AccountId">The id that pages, comments and likes refer to.</param>
/// <param name="DisplayName">The name that people see.</param>
/// <param name="PublicName">The name that strangers see; equal to the display name unless the profile is private.</param>
/// <param name="Email">The e-mail address; empty when the profile hides it.</param>
/// <param name="AccountType"><c>atlassian</c> or <c>app</c>.</param>
/// <param name="Active">False for a deactivated account, which the API still lists.</param>
/// <param name="Guest">True for an external collaborator.</param>
/// <param name="DefaultPicture">True when no picture was uploaded.</param>
/// <param name="TimeZone">The time zone, null when the profile hides it.</param>
internal sealed record UserAccount(
    int Ordinal,
    string AccountId,
    string DisplayName,
    string PublicName,
    string Email,
    string AccountType,
    bool Active,
    bool Guest,
    bool DefaultPicture,
    string? TimeZone);

/// <summary>Makes up the accounts. Account 0 is the caller: active, licensed, with the e-mail address of the options.</summary>
internal sealed class GeneratedUsers(int seed, SandboxOptions options, IdScheme ids)
{
    private readonly string _callerEmail = options.Email;

    public int Count { get; } = options.Users;

    public UserAccount Get(int ordinal)
    {
        Draw draw = new(seed, EntityKind.User, ordinal);
        bool caller = ordinal == 0;
        bool app = !caller && draw.OneIn(12, Aspect.Kind);
        bool active = caller || !draw.OneIn(10, Aspect.Status);
        string given = draw.Pick(Vocabulary.GivenNames, Aspect.Name);
        string family = draw.Pick(Vocabulary.FamilyNames, Aspect.Name, 1);
        string displayName = app ? $"{family} Bot" : $"{given} {family}";
        bool hidesEmail = !caller && draw.OneIn(3, Aspect.Privacy);
        bool hidesName = !caller && draw.OneIn(5, Aspect.Privacy, 1);

        return new UserAccount(
            ordinal,
            ids.AccountId(ordinal),
            active ? displayName : displayName + " (Deactivated)",
            hidesName ? given : displayName,
            caller ? _callerEmail : hidesEmail ? "" : string.Create(CultureInfo.InvariantCulture, $"user{ordinal}@example.com"),
            app ? "app" : "atlassian",
            active,
            IsGuest(ordinal),
            draw.OneIn(2, Aspect.Picture),
            draw.OneIn(4, Aspect.Privacy, 2) ? null : draw.Pick(Vocabulary.TimeZones, Aspect.TimeZone));
    }

    /// <summary>Tells whether the account is an external collaborator, which the user search leaves out unless asked.</summary>
    public bool IsGuest(int ordinal) => ordinal != 0 && new Draw(seed, EntityKind.User, ordinal).OneIn(15, Aspect.Kind, 1);

    /// <summary>Tells whether the account is in no group, as apps and accounts of other products often are.</summary>
    public bool IsUngrouped(int ordinal) => ordinal != 0 && new Draw(seed, EntityKind.User, ordinal).OneIn(40, Aspect.Gap);
}

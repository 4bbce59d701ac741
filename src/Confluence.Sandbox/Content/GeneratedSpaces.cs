using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>A space of the site.</summary>
/// <param name="Ordinal">The place among all spaces.</param>
/// <param name="Id">The id.</param>
/// <param name="Key">The key; personal spaces have one that starts with a tilde.</param>
/// <param name="Name">The name.</param>
/// <param name="Type"><c>global</c>, <c>collaboration</c>, <c>knowledge_base</c> or <c>personal</c>.</param>
/// <param name="Archived">True for an archived space.</param>
/// <param name="Author">The ordinal of the account that made the space.</param>
/// <param name="CreatedAt">When the space was made.</param>
/// <param name="Alias">The key that people see: the new one of a space whose key was changed, else <paramref name="Key"/>.</param>
internal sealed record Space(int Ordinal, long Id, string Key, string Name, string Type, bool Archived, int Author, DateTimeOffset CreatedAt, string Alias);

/// <summary>Makes up the spaces. Every fourth one is the personal space of an account, as long as there are accounts.</summary>
internal sealed class GeneratedSpaces(int seed, SandboxOptions options, IdScheme ids)
{
    private const int PersonalEvery = 4;

    private readonly int _users = options.Users;
    private readonly Dictionary<string, string> _aliases = new(options.SpaceAliases, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the number of spaces that the caller may see; those that it may not see come after them.</summary>
    public int Count { get; } = options.Spaces - options.HiddenSpaces;

    /// <summary>Gets the number of spaces that the caller may not see.</summary>
    public int HiddenCount { get; } = options.HiddenSpaces;

    public Space Get(int ordinal)
    {
        Draw draw = new(seed, EntityKind.Space, ordinal);
        int name = draw.Below(Vocabulary.SpaceNames.Length, Aspect.Name);
        bool personal = IsPersonal(ordinal, out int owner);
        string key = personal
            ? PersonalKey(owner)
            : string.Create(CultureInfo.InvariantCulture, $"{Vocabulary.SpacePrefixes[name]}{ordinal + 1}");

        return new Space(
            ordinal,
            ids.SpaceId(ordinal),
            key,
            string.Create(CultureInfo.InvariantCulture, $"{Vocabulary.SpaceNames[name]} {ordinal + 1}"),
            personal ? "personal" : draw.Pick(["global", "global", "collaboration", "knowledge_base"], Aspect.Kind),
            ordinal != 0 && !personal && draw.OneIn(12, Aspect.Status),
            personal ? owner : draw.Below(_users, Aspect.Author),
            Dates.At(draw, Dates.Epoch.AddDays(-30), 20),
            _aliases.GetValueOrDefault(key, key));
    }

    /// <summary>Refuses new keys for spaces that there are not, and new keys that a space has.</summary>
    /// <exception cref="ArgumentException">An alias cannot be one.</exception>
    public void ValidateAliases()
    {
        foreach ((string key, string alias) in _aliases)
        {
            if (!TryFindBySystemKey(key, out _))
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(SandboxOptions.SpaceAliases)} names the space '{key}', which the sandbox does not have. See SandboxTruth.SpaceKeys.");
            }

            if (TryFindBySystemKey(alias, out _))
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(SandboxOptions.SpaceAliases)} gives the space '{key}' the key '{alias}', which is the key of a space. Give one that is free.");
            }
        }
    }

    /// <summary>Finds a space by its key or its alias, whatever the case of the letters.</summary>
    public bool TryFindByKey(string key, out int ordinal)
    {
        foreach ((string system, string alias) in _aliases)
        {
            if (alias.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return TryFindBySystemKey(system, out ordinal);
            }
        }

        return TryFindBySystemKey(key, out ordinal);
    }

    private bool TryFindBySystemKey(string key, out int ordinal)
    {
        if (key.StartsWith('~'))
        {
            return TryFindPersonal(key, out ordinal);
        }

        int digits = key.Length;
        while (digits > 0 && char.IsAsciiDigit(key[digits - 1]))
        {
            digits--;
        }

        ordinal = int.TryParse(key.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;
        return ordinal >= 0 && ordinal < Count && string.Equals(Get(ordinal).Key, key, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gives the personal space of an account, if it has one.</summary>
    public int? PersonalSpaceOf(int user)
    {
        long ordinal = ((long)user * PersonalEvery) + PersonalEvery - 1;
        return ordinal < Count ? (int)ordinal : null;
    }

    private bool TryFindPersonal(string key, out int ordinal)
    {
        // The key is the account id without its punctuation: ~712020 and then 32 hexadecimal digits.
        ordinal = -1;
        if (key.Length != 39)
        {
            return false;
        }

        string lower = key.ToLowerInvariant();
        string accountId = $"{lower.AsSpan(1, 6)}:{lower.AsSpan(7, 8)}-{lower.AsSpan(15, 4)}-{lower.AsSpan(19, 4)}-{lower.AsSpan(23, 4)}-{lower.AsSpan(27, 12)}";
        if (!ids.TryGetUser(accountId, out int user) || PersonalSpaceOf(user) is not int found)
        {
            return false;
        }

        ordinal = found;
        return true;
    }

    private bool IsPersonal(int ordinal, out int owner)
    {
        owner = ordinal / PersonalEvery;
        return ordinal % PersonalEvery == PersonalEvery - 1 && owner < _users;
    }

    private string PersonalKey(int owner) =>
        "~" + ids.AccountId(owner).Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}

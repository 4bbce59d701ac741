using System.Text.Json.Serialization;

namespace Confluence.Cli.Kept;

/// <summary>What <c>auth login</c> keeps. No record: their text forms show every member, secrets too.</summary>
internal sealed class KeptSignIn
{
    /// <summary>The version of the form that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets the version of the form.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the address of the site, as <see cref="Confluence.Generated.ConfluenceSite.Parse"/> takes it.</summary>
    public required string Site { get; init; }

    /// <summary>Gets when somebody signed in.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>Gets the API token; null for a sign-in with an OAuth app.</summary>
    public KeptToken? ApiToken { get; init; }

    /// <summary>Gets the OAuth app; null for a sign-in with an API token. Its tokens are in a file of their own.</summary>
    public KeptApp? App { get; init; }
}

/// <summary>An API token, and whose it is.</summary>
internal sealed class KeptToken
{
    /// <summary>Gets the e-mail address of the account.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the token.</summary>
    public required string Token { get; init; }

    /// <summary>Gets when it ends, as it was stated; null when nobody stated it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>An OAuth app, and the site that was chosen at the consent.</summary>
internal sealed class KeptApp
{
    /// <summary>Gets the client id.</summary>
    public required string ClientId { get; init; }

    /// <summary>Gets the client secret, without which no token can be renewed.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Gets the id of the site.</summary>
    public required string CloudId { get; init; }
}

/// <summary>Reads and writes sign-ins without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(KeptSignIn))]
internal sealed partial class KeptJsonContext : JsonSerializerContext;

using System.Reflection;
using Confluence.Generated.Authentication;
using Confluence.Generated.Configuration;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>The settings of a call, as one value behind the options.</summary>
public class CallSettingsTests
{
    private const string Secret = "very-secret-value-0123456789";

    [Fact]
    public void A_call_without_options_makes_no_settings()
    {
        Assert.Same(CallSettings.Default, Request(GetPage).Settings);
        Assert.Same(CallSettings.Default, Request(GetPage, options: new ConfluenceListOptions { PageSize = 1 }).Settings);
    }

    [Fact]
    public void The_options_are_a_view_of_all_settings()
    {
        CallSettings settings = SettingProbes.Everything;
        ConfluenceRequestOptions options = new() { Settings = settings };

        Assert.All(SettingProbes.OfCallers, property =>
        {
            PropertyInfo view = Assert.Single(typeof(ConfluenceRequestOptions).GetProperties(), other => other.Name == property.Name);
            Assert.NotNull(property.GetValue(settings));
            Assert.Equal(property.GetValue(settings), view.GetValue(options));

            ConfluenceRequestOptions single = new();
            view.SetValue(single, property.GetValue(settings));
            Assert.Equivalent(property.GetValue(settings), property.GetValue(single.Settings));
            Assert.All(SettingProbes.OfCallers.Where(other => other != property), other => Assert.Null(other.GetValue(single.Settings)));
        });
    }

    [Fact]
    public void What_differs_in_a_setting_is_not_equal()
    {
        ConfluenceRequestOptions options = new() { Timeout = TimeSpan.FromSeconds(1), MaxWait = TimeSpan.FromHours(1) };

        Assert.Equal(options, new ConfluenceRequestOptions { MaxWait = TimeSpan.FromHours(1), Timeout = TimeSpan.FromSeconds(1) });
        Assert.NotEqual(options, options with { Timeout = TimeSpan.FromSeconds(2) });
    }

    [Fact]
    public void Another_request_of_the_same_call_has_the_same_settings()
    {
        ConfluenceRequest request = Request(GetPages, options: new ConfluenceListOptions { Settings = SettingProbes.Everything });

        Assert.Same(SettingProbes.Everything, (request with { Query = new QueryBuilder(), IsTriedOnce = true }).Settings);
    }

    [Fact]
    public void No_text_shows_what_may_be_secret()
    {
        Dictionary<string, string> secrets = new() { ["x"] = Secret };
        ConfluenceRequestOptions options = new() { AdditionalQuery = secrets, AdditionalHeaders = secrets, OnWait = new Telling(Secret).Tell };
        ConfluenceRequest request = Request(GetPage, options: options);

        Assert.All([options.ToString(), options.Settings.ToString(), request.ToString()], static text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.Contains("Timeout", options.ToString(), StringComparison.Ordinal);
    }

    private sealed record Telling(string What)
    {
        public void Tell(ConfluenceWait wait) => Assert.Fail($"{What}: {wait}");
    }
}

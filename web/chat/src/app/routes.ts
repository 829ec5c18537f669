import type { Component } from 'vue'
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import ConversationList from '../conversation/ConversationList.vue'
import NoConversation from '../conversation/NoConversation.vue'
import ChatView from '../message/ChatView.vue'
import { useClient } from './client.ts'
import type { Key } from './i18n.ts'
import { inside } from './inside.ts'

export type Tab = 'chats' | 'contacts' | 'me'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may see it: somebody who is logged in, or only somebody who is not. */
    access: 'member' | 'stranger'
    title: Key
    tab?: Tab
    /** On a phone the detail covers the list. */
    isDetail?: boolean
  }
}

// What nearly every visit needs comes with the page itself; the rest when it is first looked at.
type View = Component | (() => Promise<Component>)
const list: Record<Tab, View> = {
  chats: ConversationList,
  contacts: () => import('../contact/ContactList.vue'),
  me: () => import('../me/MeView.vue'),
}
const nothing: Record<Tab, View> = {
  chats: NoConversation,
  contacts: () => import('../contact/NoContact.vue'),
  me: NoConversation,
}

/** Every page that there is: its way, who may see it, its title, and what stands in the two panes. */
const table: readonly { path: string; name: string; tab: Tab; title: Key; detail?: View }[] = [
  { path: '/chats', name: 'chats', tab: 'chats', title: 'nav.chats' },
  { path: '/chats/:id', name: 'chat', tab: 'chats', title: 'nav.chats', detail: ChatView },
  { path: '/chats/:id/members', name: 'members', tab: 'chats', title: 'group.about', detail: () => import('../group/GroupAbout.vue') },
  { path: '/chats/:id/person', name: 'person', tab: 'chats', title: 'contact.about', detail: () => import('../contact/FriendAbout.vue') },
  { path: '/contacts', name: 'contacts', tab: 'contacts', title: 'nav.contacts' },
  { path: '/contacts/add', name: 'add', tab: 'contacts', title: 'contact.add', detail: () => import('../contact/AddFriend.vue') },
  { path: '/contacts/requests', name: 'requests', tab: 'contacts', title: 'contact.requests', detail: () => import('../contact/RequestList.vue') },
  { path: '/groups/new', name: 'group-new', tab: 'contacts', title: 'group.new', detail: () => import('../group/NewGroup.vue') },
  { path: '/me', name: 'me', tab: 'me', title: 'nav.me' },
  { path: '/me/profile', name: 'profile', tab: 'me', title: 'profile.title', detail: () => import('../profile/ProfileForm.vue') },
  { path: '/me/devices', name: 'devices', tab: 'me', title: 'device.title', detail: () => import('../device/DeviceList.vue') },
  { path: '/me/password', name: 'password', tab: 'me', title: 'password.title', detail: () => import('../password/PasswordChange.vue') },
  { path: '/me/second-factor', name: 'second-factor', tab: 'me', title: 'factor.title', detail: () => import('../secondfactor/SecondFactor.vue') },
  { path: '/me/rights', name: 'rights', tab: 'me', title: 'right.title', detail: () => import('../right/RightList.vue') },
]

const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('../session/LogInView.vue'), meta: { access: 'stranger', title: 'session.login' } },
  { path: '/register', name: 'register', component: () => import('../session/RegisterView.vue'), meta: { access: 'stranger', title: 'session.register' } },
  // An administrator's one-time link; what it holds stands behind the `#`.
  { path: '/reset', name: 'reset', component: () => import('../password/PasswordReset.vue'), meta: { access: 'stranger', title: 'password.reset' } },
  ...table.map(({ path, name, tab, title, detail }): RouteRecordRaw => ({
    path,
    name,
    components: { default: detail ?? nothing[tab], list: list[tab] },
    meta: { access: 'member', title, tab, ...(detail ? { isDetail: true } : {}) },
  })),
  { path: '/:rest(.*)*', redirect: '/chats' },
]

export function makeRouter(): Router {
  const router = createRouter({ history: createWebHistory(), routes })
  router.beforeEach((to) => {
    const { status } = useClient().session.value
    // The server could not be asked yet who this is: the page waits where it is.
    if (status === 'unknown') return true
    const isIn = status === 'in'
    if (to.meta.access === 'member' && !isIn) return { name: 'login', query: to.fullPath === '/chats' ? {} : { to: to.fullPath } }
    if (to.meta.access === 'stranger' && isIn) return inside(to.query['to'])
    return true
  })
  return router
}
